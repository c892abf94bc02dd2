// Applications in full: a demand and its answer, a request to the city whose clock rests, experts, several tasks at once, a
// countersignature, applying again, search. Runs against a platform with the demonstration on: MINGQU_URL.
import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { ask, chapters, launch, person, signIn } from './browser.mjs'

const STAMP = Date.now().toString(36)

let browser
const people = {}

before(async () => {
  browser = await launch()
})
after(() => browser.close())

const chapter = chapters('applications', people)

async function as(username) {
  if (!people[username]) {
    people[username] = await person(browser)
    await signIn(people[username].page, username)
  }
  return people[username].page
}

const demand = `排水口水位 ${STAMP}`

chapter('a partner posts a demand, and the authority asks the city for it', async () => {
  const page = await as('kangning')
  await page.goto('/demands')
  await page.getByRole('button', { name: '发布需求' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('需求名称').fill(demand)
  await dialog.getByLabel('应用场景').fill('内涝预警')
  await dialog.getByLabel('需要的数据项').fill('站点、水位')
  await dialog.getByLabel('为什么需要、目录中缺什么').fill('目录中没有水位数据')
  await dialog.getByRole('button', { name: '发布需求' }).click()
  await page.waitForURL(/\/demands\/[0-9a-f-]{36}$/)
  const id = page.url().split('/').pop()

  const authority = await as('shuju')
  await authority.goto(`/demands/${id}`)
  await authority.getByRole('button', { name: '向市提出申请' }).click()
  const asking = authority.getByRole('dialog')
  await asking.getByLabel('需要的数据').fill('市管河道水位')
  await asking.getByLabel('需要市协调的理由').fill('由市级部门掌握')
  await asking.getByRole('button', { name: '向市提出申请' }).click()
  await authority.getByText('已向市发出，并记入存证').waitFor()
  const found = (await ask(authority, '/api/city-requests')).find((it) => it.title === demand)
  assert.equal(found.stage, 'SENT')
  assert.equal(found.rests, true)
})

chapter(
  'a day that has the focus is taken away with its part of the form, and nothing goes wrong',
  async () => {
    const page = await as('kangning')
    const id = await page.evaluate(async () => {
      const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)[1]
      const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token }
      const opened = await fetch('/api/applications', { method: 'POST', headers, body: '{}' })
      return (await opened.json()).id
    })
    await page.goto(`/applications/${id}`)
    const day = page.locator('#field-until')
    await day.focus()
    // As a script does it: a person's click would take the focus along first.
    await page.getByRole('button', { name: '下一步' }).evaluate((button) => button.click())
    await day.waitFor({ state: 'detached' })
    assert.deepEqual(people.kangning.faults, [])
  },
)

chapter('the city answers, and the request says so', async () => {
  const page = await as('shishuju')
  const found = (await ask(page, '/api/city-requests')).find((it) => it.title === demand)
  await page.goto(`/city-requests/${found.id}`)
  await page.getByRole('radio', { name: '部分同意' }).check()
  await page.getByLabel('内容和理由').fill('可提供近三个月数据')
  await page.getByRole('button', { name: '部分同意' }).click()
  await page.locator('h1').getByText('市部分同意').waitFor()
})

chapter('the authority asks experts, and finds the case by its title', async () => {
  const page = await as('shuju')
  const { items } = await ask(page, '/api/cases?kind=AUTHORISATION&stage=WITH_AUTHORITY&size=50')
  await page.goto(`/cases/${items[0].id}`)
  await page.getByRole('button', { name: '征询专家意见' }).click()
  await page.getByRole('dialog').getByLabel('专家人数').fill('1')
  await page.getByRole('dialog').getByRole('button', { name: '征询专家意见' }).click()
  await page.getByText('已抽取专家，并记入存证').waitFor()
  await page.goto(`/search?q=${encodeURIComponent(items[0].number)}`)
  await page.getByRole('heading', { name: '事项' }).waitFor()
  await page.getByRole('main').getByRole('link').first().click()
  await page.waitForURL(/\/cases\//)
})

chapter('a colleague is asked to countersign', async () => {
  const page = await as('yunying')
  const { items } = await ask(page, '/api/tasks?kind=AUTHORISATION&size=50')
  await page.goto(`/cases/${items[0].caseId}`)
  await page.getByRole('button', { name: '提请同事会签' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('决定').click()
  await page.getByTitle('初审通过').last().click()
  await dialog.getByLabel(/意见和理由/).fill('材料齐全')
  await dialog.getByLabel('会签人').click()
  await page
    .getByTitle(/yunyinger/)
    .last()
    .click()
  await dialog.getByRole('button', { name: '提请同事会签' }).click()
  await page.getByText(/签署之前决定不生效/).waitFor()
  await page.getByRole('button', { name: '撤回会签' }).click()
  await page.getByRole('button', { name: '提请同事会签' }).waitFor()
})
