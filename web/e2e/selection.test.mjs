// The selection of an operator (art. 9 to 11): the notice and its result for anybody, an application on the page, an
// expert and a regulator at work. Runs against a platform with the demonstration on: MINGQU_URL.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ask, launch, person, SIZES, signIn } from './browser.mjs'

let browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

const notices = (page) => ask(page, '/api/notices')

test('anybody reads on a phone who was selected, and how the experts were drawn', async () => {
  const { page, context, faults } = await person(browser, { size: SIZES.phone })
  await page.goto('/notices')
  await page.getByRole('heading', { name: '授权运营单位选定', level: 1 }).waitFor()
  const announced = (await notices(page)).find((it) => it.stage === 'ANNOUNCED')
  await page.goto(`/notices/${announced.id}`)
  await page.getByText(announced.selected[0]).first().waitFor()
  assert.equal(await page.locator('.reqs').first().locator('li').count(), 9)
  await page.getByText(announced.draw.seed).waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})

test('who applies is told all that is missing at once, and files once it is there', async () => {
  const { page, context, faults } = await person(browser)
  await signIn(page, 'xinhe')
  const open = (await notices(page)).find((it) => it.open)
  await page.goto(`/notices/${open.id}`)
  await page.getByRole('link', { name: '申报', exact: true }).click()
  await page.waitForURL(/\/candidacies\//)
  const fields = page.locator('.fields textarea')
  await fields.last().waitFor()
  assert.equal(await fields.count(), 9)
  await fields.first().fill('见附件')
  await filed(page)
  const problem = page.locator('[role="alert"]').first()
  await problem.waitFor()
  for (let at = 0; at < 9; at++) await fields.nth(at).fill(`第 ${at + 1} 项：见附件`)
  await filed(page)
  await page.locator('h1').getByText('齐全性检查').waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})

async function filed(page) {
  await page.getByRole('button', { name: '提交申报' }).click()
  await page.locator('.ant-popconfirm').getByRole('button').last().click()
}

test('an expert who scores sees no other score before all have scored', async () => {
  for (const username of ['zhuanjiayi', 'zhuanjiaer', 'zhuanjiasan', 'zhuanjiasi']) {
    const { page, context, faults } = await person(browser)
    await signIn(page, username)
    const reviewed = (await notices(page)).find((it) => it.stage === 'REVIEWING')
    const file = await ask(page, `/api/selections/${reviewed.id}/file`)
    const line = file?.seated ? file.candidacies.find((it) => !it.mine) : undefined
    if (!line) {
      await context.close()
      continue
    }
    await page.goto(`/candidacies/${line.id}`)
    await page.getByText('请独立评分').waitFor()
    assert.equal(await page.getByText('独立评分', { exact: true }).count(), 0)
    for (const field of await page.locator('.field.score input').all()) await field.fill('80')
    await page.getByRole('button', { name: '提交评分' }).click()
    await page.getByText('评分已提交').waitFor()
    assert.deepEqual(faults, [])
    await context.close()
    return
  }
  assert.fail('no expert has anything to score')
})

test('a regulator who objects says why', async () => {
  const { page, context, faults } = await person(browser)
  await signIn(page, 'shenji')
  const reviewed = (await notices(page)).find((it) => it.stage === 'REVIEWING')
  await page.goto(`/selections/${reviewed.id}`)
  await page.locator('tbody a').first().click()
  await page.getByLabel('有异议', { exact: true }).check()
  await page.getByRole('button', { name: '提交意见' }).click()
  await page.getByText('请填写意见').first().waitFor()
  await page.getByLabel('意见', { exact: true }).fill('近一年受过行政处罚，请核实。')
  await page.getByRole('button', { name: '提交意见' }).click()
  await page.getByText('近一年受过行政处罚').first().waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})
