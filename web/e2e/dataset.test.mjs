// A data set of rows: asked for in the workbench, looked at with its risk, decided by two persons, fetched; and a file that
// was found, taken to the domain, which says whose copy it is. Needs the demonstration: MINGQU_URL.
import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { ask, chapters, launch, person, signIn } from './browser.mjs'

let browser
const people = {}
const story = {}

before(async () => {
  browser = await launch()
})
after(() => browser.close())

const chapter = chapters('data set', people)

async function as(username) {
  if (!people[username]) {
    people[username] = await person(browser)
    await signIn(people[username].page, username)
  }
  return people[username].page
}

async function write(page, sql) {
  await page.locator('.cm-content').click()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(sql)
  await page.keyboard.press('Escape')
}

async function decide(page, step) {
  await page.goto(`/releases/${story.release}`)
  await page.getByLabel(step, { exact: true }).check()
  await page.getByLabel('意见', { exact: true }).fill('已核对。')
  await page.getByRole('button', { name: step, exact: true }).click()
  await page.getByText('已提交，并记入存证').waitFor()
}

chapter(
  'an identifying column is refused before anything runs, and rows are asked for',
  async () => {
    const page = await as('kangning')
    const workspaces = await ask(page, '/api/workspaces')
    const workspace = workspaces.find((it) => it.state === 'OPEN')
    await page.goto(`/workspaces/${workspace.id}`)
    await page.locator('.wb-top .ant-segmented-item', { hasText: '数据集' }).click()
    await write(page, 'SELECT id_number, living FROM elders')
    await page.getByText('标识列只有在授权条件为假名或遮盖时才可以').first().waitFor()
    await write(page, 'SELECT living, age_band, street FROM elders')
    await page.getByText('各列经泛化后可以进入逐条记录').waitFor()
    await page.getByRole('button', { name: /^运行/ }).click()
    await page.getByRole('button', { name: '申请导出结果' }).click({ timeout: 60_000 })
    await page.getByLabel('用途').fill('训练模型')
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.waitForURL(/\/releases\/[0-9a-f-]{36}$/)
    story.release = page.url().split('/').pop()
  },
)

chapter('the reviewers see the risk, what was generalised and what is left', async () => {
  const page = await as('yunying')
  await page.goto(`/releases/${story.release}`)
  await page.getByRole('heading', { name: /重标识风险/ }).waitFor()
  await page.getByRole('heading', { name: '各列的处理与损失' }).waitFor()
  await page.getByText(/L3 级/).first().waitFor()
  await decide(page, '初审通过')
})

chapter('two persons decide, and the author finds rows in the file only', async () => {
  await decide(await as('shuju'), '同意（第一次决定）')
  await decide(await as('shujuer'), '批准导出')
  const page = await as('kangning')
  await page.goto(`/releases/${story.release}`)
  await page.getByText('逐条记录只在交付文件中提供').waitFor()
  await page.getByText('下载结果文件').waitFor()
})

chapter('a leak names its recipient, and a file of nobody names nobody', async () => {
  const page = await as('shuju')
  await page.goto('/traces')
  await page.getByText('信禾数字科技有限公司（演示）').first().waitFor()
  await page
    .getByText(/误指概率不超过/)
    .first()
    .waitFor()
  const rows = Array.from({ length: 50 }, (_, at) => `${at * 37}.50`).join('\n')
  await page.locator('input[type=file]').setInputFiles({
    name: '网上所得.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`capital\n${rows}\n`),
  })
  await page.getByRole('button', { name: '送入安全域比对' }).click()
  await page.getByText('比对完成，结论已记入存证').waitFor()
  const row = page.locator('tr', { hasText: '网上所得.csv' })
  await row.getByText('不能指认任何接收方').waitFor()
  assert.equal((await ask(page, '/api/traces'))[0].state, 'DONE')
})
