// Everybody's desk: a case on paper and the check of a copy, messages, an incident by the hour, a rule that is changed
// from a later day on. Runs against a platform with the demonstration on: MINGQU_URL.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import { after, before, test } from 'node:test'
import { ask, chapters, fileOf, launch, person, signIn } from './browser.mjs'

const STAMP = Date.now().toString(36)

let browser
const people = {}

before(async () => {
  browser = await launch()
})
after(() => browser.close())

const chapter = chapters('desk', people)

async function as(username) {
  if (!people[username]) {
    people[username] = await person(browser)
    if (username !== 'nobody') await signIn(people[username].page, username)
  }
  return people[username].page
}

let paper

chapter('a party takes a case away on paper', async () => {
  const page = await as('xinhe')
  const { items } = await ask(page, '/api/cases?size=50')
  await page.goto(`/cases/${items[0].id}`)
  paper = await fileOf(page, () => page.getByRole('button', { name: '出具 PDF' }).click())
  assert.match(paper.name, /^[A-Z]+-\d{4}-\d+-[0-9A-Z]{4}\.pdf$/)
  assert.equal(paper.bytes.subarray(0, 5).toString(), '%PDF-')
})

chapter('the list of cases leaves for a spreadsheet program, and for what is said', async () => {
  const page = await as('xinhe')
  await page.goto('/cases')
  await page.getByRole('button', { name: '导出清单' }).click()
  const dialog = page.getByRole('dialog', { name: '导出案卷清单' })
  await dialog.getByLabel('导出用途（记入存证）').fill(`季度台账 ${STAMP}`)
  const list = await fileOf(page, () => dialog.getByRole('button', { name: '导出清单' }).click())
  assert.match(list.name, /^cases-\d{4}-\d{2}-\d{2}\.xlsx$/)
  assert.equal(list.bytes.subarray(0, 2).toString(), 'PK')
  await dialog.waitFor({ state: 'hidden' })
})

chapter(
  'anybody with its code sees that it is genuine, and that a changed copy is not',
  async () => {
    const page = await as('nobody')
    const xinhe = await as('xinhe')
    const issued = (await ask(xinhe, '/api/evidence?size=50')).items.find(
      (it) => it.act === 'document-issued',
    )
    const { content } = await ask(xinhe, `/api/evidence/${issued.id}`)
    const { code } = typeof content === 'string' ? JSON.parse(content).facts : content.facts
    await page.goto('/verify')
    await page.getByLabel('核验码（16 位）').fill(code.replace(/(.{4})/g, '$1 '))
    await page.getByRole('button', { name: '查验' }).click()
    await page.getByRole('heading', { name: '本平台出具过这份文书' }).waitFor()
    const upload = (name, buffer) =>
      page
        .getByLabel('上传电子件比对（PDF）')
        .setInputFiles({ name, mimeType: 'application/pdf', buffer })
    await upload('copy.pdf', paper.bytes)
    await page.getByText('一致：与出具时逐字节相同。').waitFor()
    const changed = Buffer.from(paper.bytes)
    changed[changed.length >> 1] ^= 1
    await upload('changed.pdf', changed)
    await page.getByText('不一致：').waitFor()
  },
)

chapter('messages are read one by one or all at once', async () => {
  const page = await as('yunying')
  await page.goto('/messages')
  await page.getByRole('heading', { name: '消息', level: 1 }).waitFor()
  await page.getByRole('button', { name: '全部标为已读' }).click()
  await page.getByText('没有未读消息').waitFor()
  assert.equal((await ask(page, '/api/messages/summary')).unread, 0)
})

chapter('an incident has its hours, is reported, and the authority reads it', async () => {
  const page = await as('yunying')
  await page.goto('/incidents')
  await page.getByRole('button', { name: '登记事件' }).click()
  const dialog = page.locator('.ant-modal')
  await dialog.getByLabel('标题').fill(`演练 ${STAMP}`)
  await dialog.getByLabel(/^情况/).fill('一份统计表被误发到外部邮箱。')
  await dialog.getByText('这是演练（不停用、不上报监管部门）').click()
  await dialog.getByRole('button', { name: '测算级别和时限' }).click()
  await dialog.getByText(/级别：一般/).waitFor()
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await page.waitForURL(/\/incidents\/[0-9a-f-]{36}$/)
  await page.getByText(/剩 2[34] 小时/).waitFor()
  await page.getByLabel('报告', { exact: true }).check()
  await page.getByLabel('说明', { exact: true }).fill('已收回邮件，收件人确认删除。')
  await page.getByRole('button', { name: '报告', exact: true }).click()
  await page.getByText(/^已于/).waitFor()
  const authority = await as('shuju')
  await authority.goto(new URL(page.url()).pathname)
  await authority.getByText('已收回邮件，收件人确认删除。').waitFor()
})

chapter(
  'the authority sees what another term would do, and enters it from a later day on',
  async () => {
    const page = await as('shuju')
    await page.goto('/rules')
    const row = page.getByRole('row', { name: /结果导出：运营单位审核/ })
    await row.getByRole('button', { name: '变更' }).click()
    const dialog = page.locator('.ant-modal')
    await dialog.getByLabel('新的数值').fill('4')
    await dialog.getByRole('button', { name: '先看影响' }).click()
    await dialog.getByText(/都按原期限办完/).waitFor()
    const day = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)
    await dialog.getByLabel('自哪天起').fill(day)
    await dialog.getByLabel('理由（公开）').fill('产品增多')
    await dialog.getByRole('button', { name: '登记变更' }).click()
    await page.getByText('已登记，并记入存证').waitFor()
  },
)

test('nothing went wrong in any window', () => {
  fs.mkdirSync(new URL('../target/e2e/', import.meta.url), { recursive: true })
  assert.deepEqual(
    Object.values(people).flatMap((window) => window.faults),
    [],
  )
})
