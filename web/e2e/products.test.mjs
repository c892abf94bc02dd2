// Products (art. 22 to 25, 36): prices for anybody, a registration on the page, an assessor with one product, a ticket
// at the department. Runs against a platform with the demonstration on: MINGQU_URL.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ask, launch, person, SIZES, signIn } from './browser.mjs'

let browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

test('anybody reads on a phone what a product costs and what its cap is', async () => {
  const { page, context, faults } = await person(browser, { size: SIZES.phone })
  await page.goto('/product-catalogue')
  await page.getByRole('heading', { name: '产品和服务目录', level: 1 }).waitFor()
  await page.getByText('道路车流接口').first().waitFor()
  await page.getByText('¥1.65 / 次').waitFor()
  await page.getByText('上限 ¥2.00').waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})

test('who makes a product sees of what it was made, who uses it and what was refused', async () => {
  const { page, context, faults } = await person(browser)
  await signIn(page, 'tangyibo')
  await page.goto('/products')
  await page.getByRole('link', { name: '道路车流接口' }).first().click()
  await page.getByRole('heading', { name: '数据来源' }).waitFor()
  await page.getByText('用于未经审核的场景').waitFor()
  await page.getByText('商业选址咨询').waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})

test('an assessor finds the product that is theirs and passes it for compliance', async () => {
  const { page, context, faults } = await person(browser)
  await signIn(page, 'pinggu')
  const mine = (await ask(page, '/api/products')).find((it) => it.stage === 'WITH_COMPLIANCE')
  if (mine) {
    await page.goto(`/products/${mine.id}`)
    await page.getByText('合规审核通过').first().click()
    await page.locator('.decide textarea').fill('来源和用途与核准场景一致。')
    await page.locator('.decide').getByRole('button', { name: '合规审核通过' }).click()
    await page.locator('h1').getByText('安全审核').waitFor()
  }
  assert.deepEqual(faults, [])
  await context.close()
})

test('the authority computes a period again, and every bill equals what was metered', async () => {
  const { page, context, faults } = await person(browser)
  await signIn(page, 'shuju')
  await page.goto('/pricing')
  await page.getByText('¥2,371,600.00').first().waitFor()
  await page.getByRole('button', { name: '重新计算' }).first().click()
  await page.getByText('与核定时一致').first().waitFor()
  await page.getByText('等于计量').first().waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})

test('the authority sees to which department and column a wrong value goes back', async () => {
  const { page, context, faults } = await person(browser)
  await signIn(page, 'shuju')
  const [{ ticket }] = await ask(page, '/api/quality-tickets')
  await page.goto(`/quality/${ticket.id}`)
  await page.getByText(ticket.origin).first().waitFor()
  await page.getByText('松白路').first().waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})
