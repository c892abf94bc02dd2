// A product at a data exchange, what waits outside, and a regulator's own page.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ask, launch, person, signIn } from './browser.mjs'

let browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

test('the maker finds the filing, its national code, and the listing with its package', async () => {
  const { page, faults } = await person(browser)
  await signIn(page, 'tangyibo')
  await page.goto('/filings')
  await page.getByText('DEMO-4403-2026-000001').first().waitFor()
  await page.goto('/listings')
  await page.getByRole('cell', { name: '演示数据交易所' }).first().waitFor()
  const listed = (await ask(page, '/api/listings')).find((it) => it.exchangeNo)
  await page.goto(`/listings/${listed.id}`)
  await page.getByText('DEMO-T-0001').waitFor()
  const size = await page.evaluate(async (id) => {
    const reply = await fetch(`/api/listings/${id}/package`)
    return (await reply.arrayBuffer()).byteLength
  }, listed.id)
  assert.ok(size > 10_000)
  assert.deepEqual(faults, [])
})

test('the system administrator sees every counterpart and what it answered', async () => {
  const { page, faults } = await person(browser)
  await signIn(page, 'xitong')
  await page.goto('/outside')
  for (const name of ['市公共数据主管部门', '数据交易所', '公共信用系统', '光明区政府在线']) {
    await page.getByRole('heading', { name }).waitFor()
  }
  await page.getByText('已答复').first().waitFor()
  assert.deepEqual(faults, [])
})

test('a regulator lands on its own remit and opens a case of it', async () => {
  const { page, faults } = await person(browser)
  await signIn(page, 'caizheng')
  await page.goto('/')
  await page.waitForURL('**/oversight')
  await page.getByText('财政').first().waitFor()
  await page.getByRole('table').first().getByRole('link').first().click()
  await page.waitForURL('**/oversight/*')
  await page.getByRole('heading', { level: 1 }).waitFor()
  assert.deepEqual(faults, [])
})
