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

const field = (page, label) => page.getByRole('dialog').getByLabel(label, { exact: true })
const fill = async (scope, values) => {
  for (const [label, value] of Object.entries(values))
    await scope.getByLabel(label, { exact: true }).fill(value)
}

test('the authority sets a period: too high a margin is refused in words, then every term is shown', async () => {
  const { page, context, faults } = await person(browser)
  await signIn(page, 'shuju')
  const [last] = await ask(page, '/api/pricing/periods')
  const from = new Date(`${last.until}T00:00:00Z`)
  from.setUTCDate(from.getUTCDate() + 1)
  const until = new Date(from)
  until.setUTCDate(until.getUTCDate() + 40)
  const day = (it) => it.toISOString().slice(0, 10)
  await page.goto('/pricing')
  await page.getByRole('button', { name: '核定定价周期' }).click()
  await field(page, '运营单位').click()
  await page.locator('.ant-select-item-option').getByText(last.operatorName).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('准许成本 C 取自成本台账').waitFor()
  await fill(dialog, {
    起始日: day(from),
    截止日: day(until),
    '十年期国债收益率（%）': '1.75',
    '加点（百分点）': '7',
    '税金 T（元）': '1234.56',
  })
  await dialog.getByRole('button', { name: '核定定价周期' }).click()
  await dialog.getByText('超过可在国债收益率上增加的上限').waitFor()
  await fill(dialog, { '加点（百分点）': '5.5' })
  await dialog.getByRole('button', { name: '核定定价周期' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('已核定，本周期最高准许收入').waitFor()
  await page.getByText('P = C × 7.25%').first().waitFor()
  await page.getByText('¥1,234.56').first().waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})

test('who makes a product prices it: above the cap is refused in words, within it is published', async () => {
  const { page, context, faults } = await person(browser, { size: SIZES.phone })
  await signIn(page, 'tangyibo')
  const mine = (await ask(page, '/api/products')).find((it) => it.name === '道路车流接口')
  const { cap, sheets } = await ask(page, `/api/pricing/products/${mine.id}`)
  const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  await page.goto(`/products/${mine.id}`)
  await page.getByRole('heading', { name: '定价' }).waitFor()
  await fill(page, {
    '单价（元/次）': String(cap + 0.5),
    生效日: soon,
    定价依据: '按准许成本和预计用量测算。',
  })
  await page.getByRole('button', { name: '发布价格' }).click()
  await page.getByText(`价格高于上限收费标准 ${cap} 元`).waitFor()
  await fill(page, { '单价（元/次）': String(cap - 0.25) })
  await page.getByRole('button', { name: '发布价格' }).click()
  await page.getByText(`第 ${sheets[0].version + 1} 版`).waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})
