// What comes back of a file: the rows that were refused, each with its number and its reason. MINGQU_URL.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileOf, launch, person, signIn } from './browser.mjs'

const STAMP = Date.now().toString(36)
const ROWS = 200

let browser
let window
before(async () => {
  browser = await launch()
  window = await person(browser)
  await signIn(window.page, 'zhujian')
})
after(() => browser.close())

/** Of two hundred rows two have too many fields, and one date is none. */
function csv() {
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `P${at},${1000 + at},2026-03-0${1 + (at % 9)}`,
  )
  rows[10] = 'P10,1010,2026-03-01,too,many'
  rows[50] = 'P50,1050,2026-13-45'
  return Buffer.from(`plot_no,area,since\n${rows.join('\n')}\n`)
}

test('the rows of a file that were refused come back with their numbers and reasons', async () => {
  const { page } = window
  await page.goto('/resources')
  await page.getByRole('button', { name: '登记数据资源' }).first().click()
  for (const [label, text] of [
    ['资源名称', `地块台账 ${STAMP} <script>hurt()</script>`],
    ['表名', `plots_${STAMP}`],
    ['摘要', '地块面积台账。'],
    ['联系方式', '数据科'],
    ['采集依据', '部门职责清单'],
    ['保存期限', '三年'],
  ]) {
    await page.getByLabel(label).fill(text)
  }
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.waitForURL(/\/resources\/[0-9a-f-]{36}$/)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: `<b>地块</b>.csv`, mimeType: 'text/csv', buffer: csv() })
  await page.waitForURL(/\/loads\//)
  const button = page.getByRole('button', { name: /退回/ })
  await button.waitFor({ timeout: 60_000 })
  const { bytes } = await fileOf(page, () => button.click())
  const refused = bytes.toString('utf8')
  assert.match(refused, /12/, 'the line of the row with too many fields')
  assert.equal(await page.locator('main b', { hasText: /^地块$/ }).count(), 0)
})

test('a load that nobody wants is discarded, and nothing of it is left', async () => {
  const { page } = window
  await page.getByRole('button', { name: '放弃' }).click()
  await page.locator('.ant-popover').getByRole('button', { name: /确/ }).click()
  await page.waitForURL(/\/resources\//)
  await page.getByText('已放弃').first().waitFor()
  assert.deepEqual(window.faults, [])
})
