// The workbench: an answer at once for a price that is told before, the same question for nothing, a chart with its error
// bars, a place marked in what is refused, and a workspace that is suspended. Needs the demonstration: MINGQU_URL.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ask, chapters, launch, person, signIn } from './browser.mjs'

let browser
const people = {}

before(async () => {
  browser = await launch()
})
after(() => browser.close())

const chapter = chapters('workbench', people)

async function as(username) {
  if (!people[username]) {
    people[username] = await person(browser)
    await signIn(people[username].page, username)
  }
  return people[username].page
}

async function open(page, state) {
  const workspaces = await ask(page, '/api/workspaces')
  const found = workspaces.find((it) => it.state === state)
  assert.ok(found, `the demonstration has a workspace that is ${state}`)
  await page.goto(`/workspaces/${found.id}`)
  return ask(page, `/api/workspaces/${found.id}`)
}

async function write(page, sql) {
  await page.locator('.cm-content').click()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(sql)
  await page.keyboard.press('Escape')
}
const lane = (page, name) => page.locator('.wb-top .ant-segmented-item', { hasText: name }).click()
const run = (page) => page.getByRole('button', { name: /^运行/ }).click()

/** What has been spent of the budget of a workspace, on all its resources. */
async function spent(page, workspace) {
  const { budget } = await ask(page, `/api/workspaces/${workspace.id}`)
  return budget.reduce((sum, it) => sum + it.spent, 0)
}

chapter(
  'an answer at once tells its price first, and the same question again is free',
  async () => {
    const page = await as('kangning')
    const workspace = await open(page, 'OPEN')
    const before = await spent(page, workspace)
    await lane(page, '即时统计')
    // A question that nobody has asked: a bound above every household that no other run of this test names.
    const bound = 1000 + (Date.now() % 1e9)
    await write(
      page,
      `SELECT street, COUNT(*) AS homes FROM households WHERE members < ${bound} GROUP BY street`,
    )
    await page.getByText(/^本次消耗 0\.1，/).waitFor()
    await page.locator('.epsilon .ant-segmented-item', { hasText: /^1$/ }).click()
    await page.getByText(/^本次消耗 1，/).waitFor()
    await run(page)
    await page.locator('.result .error-bar').first().waitFor({ timeout: 60_000 })
    const after = await spent(page, workspace)
    assert.ok(after > before, `spent ${before}, then ${after}`)
    const answer = await page.locator('.result tbody').innerText()

    await page.reload()
    await page.locator('.vd-allow').waitFor()
    await run(page)
    await page.locator('.result .error-bar').first().waitFor({ timeout: 60_000 })
    assert.equal(await page.locator('.result tbody').innerText(), answer)
    assert.equal(await spent(page, workspace), after)
  },
)

chapter('the answer can be seen as a chart with error bars', async () => {
  const page = await as('kangning')
  await page.locator('.wb-as .ant-segmented-item', { hasText: '图表' }).click()
  await page.locator('.chart svg[role=img] .chart-error').first().waitFor()
  assert.ok((await page.locator('.chart svg rect').count()) > 1)
})

chapter('a column that is not granted is marked where it stands, and nothing runs', async () => {
  const page = await as('kangning')
  await lane(page, '精确结果')
  await write(page, 'SELECT street,\n       sex\nFROM elders')
  await page.locator('.vd-deny').waitFor()
  await page.getByText('第 2 行第 8 列').first().waitFor()
  await page.locator('.cm-lintRange-error', { hasText: 'sex' }).waitFor()
})

chapter('completion offers the granted columns and no others', async () => {
  const page = await as('kangning')
  await write(page, 'SELECT e.')
  await write(page, 'SELECT e. FROM elders e')
  for (let steps = 0; steps < ' FROM elders e'.length; steps++) {
    await page.keyboard.press('ArrowLeft')
  }
  await page.keyboard.press('Alt+/')
  const offered = page.locator('.cm-tooltip-autocomplete')
  await offered.getByText('care_level').waitFor()
  assert.equal(await offered.getByText('sex', { exact: true }).count(), 0)
})

chapter('markup in a query and in its answer stays text', async () => {
  const page = await as('kangning')
  await lane(page, '合成数据')
  await write(page, `SELECT street, '<img src=x onerror=hurt()>' AS "<b>x" FROM elders LIMIT 2`)
  await run(page)
  await page.locator('.result, [role=alert]').first().waitFor({ timeout: 60_000 })
  assert.equal(await page.locator('.result img, .vd img, [role=alert] img').count(), 0)
})

chapter('a suspended workspace says why, and runs nothing', async () => {
  const page = await as('xinhe')
  const workspace = await open(page, 'SUSPENDED')
  await page.getByText('使用权限已暂停，不能运行查询').waitFor()
  await page.getByText(workspace.reason).first().waitFor()
  assert.ok(await page.getByRole('button', { name: /^运行/ }).isDisabled())
})

test('nothing went wrong in any window', () => {
  assert.deepEqual(
    Object.values(people).flatMap((window) => window.faults),
    [],
  )
})
