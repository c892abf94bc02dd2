// The review of a release: what would leave as a table and a picture, the checks, the groups that were left out with
// reason and remedy, what changed and where columns come from; and two persons for data of grade 3 and above. Needs the
// demonstration: MINGQU_URL.
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

const chapter = chapters('review', people)

async function as(username) {
  if (!people[username]) {
    people[username] = await person(browser)
    await signIn(people[username].page, username)
  }
  return people[username].page
}

async function decide(page, step) {
  await page.goto(`/releases/${story.release}`)
  await page.getByLabel(step, { exact: true }).check()
  await page.getByLabel('意见', { exact: true }).fill('已核对。')
  await page.getByRole('button', { name: step, exact: true }).click()
  await page.getByText('已提交，并记入存证').waitFor()
}

chapter('the analyst asks for the release of an exact result', async () => {
  const page = await as('kangning')
  const workspaces = await ask(page, '/api/workspaces')
  const workspace = workspaces.find((it) => it.state === 'OPEN')
  await page.goto(`/workspaces/${workspace.id}`)
  await page.locator('.wb-top .ant-segmented-item', { hasText: '精确结果' }).click()
  await page.locator('.cm-content').click()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(
    `SELECT community, COUNT(*) AS elders FROM elders WHERE age_band <> '${Date.now()}' GROUP BY community`,
  )
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^运行/ }).click()
  await page.getByRole('button', { name: '申请导出结果' }).click({ timeout: 60_000 })
  await page.getByLabel('用途').fill('复核页面')
  await page.getByRole('button', { name: '提交申请' }).click()
  await page.waitForURL(/\/releases\/[0-9a-f-]{36}$/)
  story.release = page.url().split('/').pop()
})

chapter(
  'the reviewers see what would leave, what was left out and why, and the sources',
  async () => {
    const page = await as('yunying')
    await page.goto(`/releases/${story.release}`)
    await page.getByRole('heading', { name: /隐去的分组/ }).waitFor()
    await page.getByText('（人数过少，不显示分组）').first().waitFor()
    await page.getByRole('heading', { name: '字段来源' }).waitFor()
    await page.getByRole('heading', { name: '与上次导出的差异' }).waitFor()
    assert.ok(await page.locator('figure.chart svg').isVisible(), 'the table as a picture')
    await decide(page, '初审通过')
  },
)

chapter('two persons of the authority decide, and the first is not the second', async () => {
  const first = await as('shuju')
  await decide(first, '同意（第一次决定）')
  await first.goto(`/releases/${story.release}`)
  await first.locator('h1').waitFor()
  assert.equal(await first.locator('.decide').count(), 0, 'nothing is left for the first')
  const second = await as('shujuer')
  await decide(second, '批准导出')
  const release = await ask(second, `/api/releases/${story.release}`)
  assert.equal(release.stage, 'APPROVED')
})
