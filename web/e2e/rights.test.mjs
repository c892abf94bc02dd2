// A citizen on a phone (art. 37): where the data are, who used them, a copy, an authorisation given and taken back.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileOf, launch, person, SIZES, signIn } from './browser.mjs'

let browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

async function citizen(username) {
  const window = await person(browser, { size: SIZES.phone })
  await signIn(window.page, username)
  return window
}

/** What a thumb can hit, and nothing beside the screen. */
async function fitsThePhone(page) {
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  assert.equal(wide, 0, `${page.url()} scrolls sideways`)
  const small = await page
    .locator('.rights main .btn')
    .evaluateAll((all) =>
      all.filter((it) => it.getBoundingClientRect().height < 44).map((it) => it.textContent),
    )
  assert.deepEqual(small, [])
}

test('a citizen lands on the own pages and sees who holds what', async () => {
  const { page, faults, context } = await citizen('lixiulan')
  await page.goto('/')
  await page.waitForURL(/\/rights$/)
  await page.getByText('已核验').waitFor()
  await fitsThePhone(page)
  await page.getByText('我的数据在哪里').click()
  await page.locator('section.own', { hasText: '民政局' }).first().waitFor()
  await page.locator('section.own', { hasText: '卫生健康局' }).first().waitFor()
  await fitsThePhone(page)
  await page.goto('/rights/uses')
  await page.getByText('独居老人用水用电异常预警').first().waitFor()
  await fitsThePhone(page)
  assert.deepEqual(faults, [])
  await context.close()
})

test('a granted copy comes as a file from the domain', async () => {
  const { page, context } = await citizen('lixiulan')
  await page.goto('/rights')
  await page
    .locator('.p-own a', { hasText: /可以领取|已领取/ })
    .first()
    .click()
  const button = page.getByRole('button', { name: '领取副本' })
  await button.waitFor()
  const file = await fileOf(page, () => button.click())
  assert.match(file.bytes.toString('utf8'), /李秀岚/)
  assert.equal(file.bytes.toString('utf8').trim().split('\r\n').length, 2)
  await context.close()
})

test('an authorisation is withdrawn by as many presses as it is given by', async () => {
  const { page, context } = await citizen('zhaomingyuan')
  await page.goto('/rights/authorisations')
  const first = page.locator('section.own').first()
  await first.getByRole('button', { name: '授权', exact: true }).click()
  await first.getByRole('button', { name: '撤回授权' }).waitFor()
  await fitsThePhone(page)
  await first.getByRole('button', { name: '撤回授权' }).click()
  await first.getByRole('button', { name: '授权', exact: true }).waitFor()
  await page.getByText('已撤回').first().waitFor()
  await context.close()
})

test('a complaint is sent and can be followed', async () => {
  const { page, context } = await citizen('lixiulan')
  await page.goto('/rights/complaint')
  await page.getByLabel('投诉哪个部门').selectOption({ index: 1 })
  await page.getByLabel('请说明理由').fill('多日没有答复')
  await page.getByRole('button', { name: '提交' }).click()
  await page.waitForURL(/\/rights\/requests\//)
  await page.getByText('待主管部门受理').waitFor()
  await page.getByText(/正在等待/).waitFor()
  await context.close()
})
