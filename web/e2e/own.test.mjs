// A partner's own data (art. 16): brought to the domain's door from the page, confirmed, in use; the department sees that
// it takes part. Runs against a platform with the demonstration on: MINGQU_URL.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ask, launch, person, SIZES, signIn } from './browser.mjs'

const TITLE = '独居老人用水用电异常预警'

let browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

async function own(page) {
  const all = await ask(page, '/api/workspaces')
  return `/workspaces/${all.find((it) => it.title === TITLE).id}/own`
}

test('a partner brings a table of its own, confirms it and may use it', async () => {
  const { page, context, faults } = await person(browser)
  await signIn(page, 'kangning')
  await page.goto(await own(page))
  const name = `mine_${Date.now().toString(36)}`
  await page.getByLabel('查询用表名').fill(name)
  await page.getByLabel('名称', { exact: true }).fill('上门服务记录')
  await page.getByLabel('依据说明').fill('服务协议约定')
  await page.setInputFiles('input[type=file]', {
    name: 'visits.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('id,kind\n440300195001010011,甲\n440300195001010038,乙\n'),
  })
  await page.getByRole('button', { name: '送入安全域' }).click()
  const card = page.locator('section.card', { hasText: name })
  await card.getByRole('button', { name: '确认入域' }).click()
  await card.getByText('可用').waitFor()
  await card.getByRole('button', { name: /销\s*毁/ }).click()
  await page.getByRole('button', { name: /确\s*定/ }).click()
  await card.getByText('已销毁').waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})

test('a department sees on a phone that a table of the partner takes part, and no row', async () => {
  const { page, context, faults } = await person(browser, { size: SIZES.phone })
  await signIn(page, 'minzheng')
  await page.goto(await own(page))
  await page.getByText('康宁会员名册').waitFor()
  await page.getByText('个人同意').first().waitFor()
  assert.equal(await page.getByRole('button', { name: '送入安全域' }).count(), 0)
  assert.deepEqual(faults, [])
  await context.close()
})
