// Supervision between its people: the wall, a duty from its owner to whoever accepts it, a finding put right, and what
// everybody may read. Runs against a platform with the demonstration on: MINGQU_URL.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ask, chapters, launch, person, signIn } from './browser.mjs'

const STAMP = Date.now().toString(36)
const FINDING = `抽查发现台账缺项 ${STAMP}`

let browser
const people = {}
let finding

before(async () => {
  browser = await launch()
})
after(() => browser.close())

const chapter = chapters('supervision', people)

async function as(username) {
  if (!people[username]) {
    people[username] = await person(browser)
    await signIn(people[username].page, username)
  }
  return people[username].page
}

async function visitor() {
  people.visitor ??= await person(browser)
  return people.visitor.page
}

const overdue = async (page) => (await ask(page, '/api/duties/wall')).totals.overdue

chapter('the wall names who is behind, and the authority is among them', async () => {
  const page = await as('shuju')
  await page.goto('/supervision')
  await page.locator('h1').getByText('监督总览').waitFor()
  assert.ok((await overdue(page)) > 0)
  const parties = page.locator('section', { hasText: '谁落后了' })
  await parties.getByText('主管部门', { exact: true }).waitFor()
  await parties.getByText('授权运营单位', { exact: true }).waitFor()
  await page.locator('.certificates').getByText('已过期').first().waitFor()
  assert.equal(await page.locator('.months rect.in-time').count(), 12)
})

chapter(
  'the operator submits what is overdue, the authority accepts it, and the wall is shorter',
  async () => {
    const authority = await as('shuju')
    const before = await overdue(authority)
    const operator = await as('yunying')
    await operator.goto('/duties?state=OVERDUE')
    await operator.getByRole('link', { name: '使用情况备份' }).first().click()
    await operator.getByText('要做什么').waitFor()
    const address = operator.url()
    await operator.getByLabel('情况说明').fill('本月备份齐全。')
    await operator.getByLabel('恢复验证').fill('抽取一日恢复，条数一致。')
    await operator.getByRole('button', { name: '报送' }).click()
    await operator.locator('h1').getByText('待核收').waitFor()
    await authority.goto(address)
    await authority.getByLabel('核收').check()
    await authority.getByRole('button', { name: '核收' }).click()
    await authority.locator('h1').getByText('逾期完成').waitFor()
    assert.equal(await overdue(authority), before - 1)
  },
)

chapter('a report shows the figures of the record beside what its author writes', async () => {
  const page = await as('yunying')
  await page.goto('/duties?article=28')
  await page.getByRole('link', { name: '运营合作方监督管理月报' }).last().click()
  await page.getByText('系统记录的数据').waitFor()
  await page.getByText('已随报送固定，不再变化').waitFor()
})

chapter('the authority changes a figure of the register from a day on', async () => {
  const page = await as('shuju')
  await page.goto('/duty-rules')
  const row = page.locator('tr', { hasText: '公共数据安全培训' }).first()
  await row.getByRole('button', { name: '调整' }).click()
  const dialog = page.locator('.ant-modal')
  await dialog.getByLabel('生效日期').fill('2020-01-01')
  await dialog.getByLabel('调整理由').fill('每季度开展一次')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.locator('.problem').waitFor()
  await page.keyboard.press('Escape')
})

chapter(
  'a department reports, the authority orders, access is suspended and the operator knows',
  async () => {
    const department = await as('minzheng')
    await department.goto('/rectifications')
    await department.getByRole('button', { name: '报告问题' }).click()
    const dialog = department.locator('.ant-modal')
    await dialog.getByLabel('整改对象').click()
    await department.locator('.ant-select-item-option', { hasText: '授权运营单位' }).click()
    await dialog.getByLabel('发现的问题').fill(FINDING)
    await dialog.getByRole('button', { name: '报告问题' }).click()
    await department.waitForURL(/\/rectifications\/[0-9a-f-]{36}/)
    finding = department.url()
    const operator = await as('yunying')
    await operator.goto(finding)
    await operator.getByText('没有找到这个页面').waitFor()
    const authority = await as('shuju')
    await authority.goto(finding)
    await authority.getByLabel('责令限期整改', { exact: true }).check()
    await authority.locator('input[type=date]').fill(inDays(10))
    await authority.getByLabel('整改要求和理由').fill('请补齐台账并说明原因。')
    await authority.getByRole('button', { name: '责令限期整改' }).click()
    await authority.locator('h1').getByText('整改中').waitFor()
    await operator.goto(finding)
    await operator.getByText('整改期间，已暂停其使用权限').waitFor()
  },
)

function inDays(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

chapter('the operator puts it right, the authority accepts', async () => {
  const operator = await as('yunying')
  await operator.getByLabel('整改措施、结果和证明').fill('已补齐台账。')
  await operator.getByRole('button', { name: '提交整改报告' }).click()
  await operator.locator('h1').getByText('待验收').waitFor()
  const authority = await as('shuju')
  await authority.goto(finding)
  await authority.getByLabel('验收通过', { exact: true }).check()
  await authority.getByLabel('验收意见').fill('整改到位。')
  await authority.getByRole('button', { name: '验收通过' }).click()
  await authority.locator('h1').getByText('已验收').waitFor()
})

chapter('anybody reads the disclosures, each with a signature that holds', async () => {
  const page = await visitor()
  await page.goto('/disclosures')
  await page
    .getByRole('link', { name: /明渠数据运营/ })
    .first()
    .click()
  await page.getByText('签名有效，内容与签名时一致').waitFor()
  assert.equal(await page.locator('[class*=ant-]').count(), 0, 'public pages carry no antd')
})

chapter(
  'anybody reads what is done by each of the 41 articles, none of them without software',
  async () => {
    const page = await visitor()
    await page.goto('/catalogue')
    await page.locator('header').getByRole('link', { name: '办法对照' }).click()
    await page.locator('h1').getByText('办法对照').waitFor()
    assert.equal(await page.locator('.measures article').count(), 41)
    await page.getByRole('button', { name: /没有软件支撑/ }).click()
    assert.equal(
      await page.locator('.measures article').count(),
      0,
      'every article has its software',
    )
  },
)

test('nothing went wrong in any window', () => {
  assert.deepEqual(
    Object.values(people).flatMap((window) => window.faults),
    [],
  )
})
