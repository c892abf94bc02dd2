// Authorisation agreements and partners (art. 12 to 14, 17): the redline and the signature of an amendment, a closing,
// the public rules, an application that is admitted. Runs against a platform with the demonstration on: MINGQU_URL.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ask, launch, person, SIZES, signIn } from './browser.mjs'

let browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

test('anybody reads on a phone by which rules partners come and go, and who they are', async () => {
  const { page, context, faults } = await person(browser, { size: SIZES.phone })
  await page.goto('/partner-rules')
  await page.getByRole('heading', { name: '合作方准入和退出规则', level: 1 }).waitFor()
  await page.getByText('第 2 版').first().waitFor()
  await page.getByText('康宁智慧养老服务有限公司').first().waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})

test('the authority reads what an amendment changes, and signs it', async () => {
  const { page, context, faults } = await person(browser)
  await signIn(page, 'shuju')
  const open = (await ask(page, '/api/mandates')).find((it) => it.stage === 'AMENDING')
  if (open) {
    await page.goto(`/mandates/${open.id}`)
    await page.locator('ins').getByText('每季度').first().waitFor()
    await page
      .getByRole('button', { name: /签\s?署/ })
      .first()
      .click()
    await page.locator('.ant-popconfirm').getByRole('button').last().click()
    await page.getByText('已签署的版本').waitFor()
    await page.locator('h1').getByText('生效').waitFor()
  }
  const now = (await ask(page, '/api/mandates')).find((it) => it.stage === 'IN_FORCE')
  assert.equal(now.edition, 2)
  const policy = await ask(page, `/api/mandates/${now.id}/policy`)
  assert.equal(policy['@type'], 'Agreement')
  assert.deepEqual(faults, [])
  await context.close()
})

test('who has ended its agreement evidences what is left, item by item', async () => {
  const { page, context, faults } = await person(browser)
  await signIn(page, 'lianchuang')
  const [former] = await ask(page, '/api/mandates')
  await page.goto(`/mandates/${former.id}`)
  await page.getByRole('button', { name: '终止交接' }).click()
  await page.waitForURL(/\/closings\//)
  await page.getByText('依法留存至').waitFor()
  const statement = page.getByLabel('平台交接的说明')
  if (await statement.count()) {
    await statement.fill('平台代码、账号和文档已全部移交。')
    await page.getByRole('button', { name: '签名留证' }).click()
    await page.getByText('平台代码、账号和文档已全部移交。').first().waitFor()
  }
  assert.equal(await page.getByLabel('费用结算的说明').count(), 0)
  assert.deepEqual(faults, [])
  await context.close()
})

test('an applicant is admitted by the operator, and can do nothing before it is filed', async () => {
  const applicant = await person(browser)
  await signIn(applicant.page, 'mingyan')
  await applicant.page.goto('/')
  const refused = await applicant.page.evaluate(async () => {
    const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? ''
    const reply = await fetch('/api/applications', {
      method: 'POST',
      headers: { 'X-XSRF-TOKEN': decodeURIComponent(token), 'Content-Type': 'application/json' },
      body: '{}',
    })
    return reply.json()
  })
  assert.equal(refused.article, '17')
  await applicant.context.close()

  const { page, context, faults } = await person(browser)
  await signIn(page, 'yunying')
  await page.goto('/partners')
  await page.getByRole('link', { name: /明研/ }).click()
  await page.getByRole('heading', { name: /能力证明/ }).waitFor()
  const admit = page.getByRole('button', { name: '同意入驻' })
  if (await admit.count()) {
    await admit.click()
    await page.locator('h1').getByText('待备案').waitFor()
  }
  assert.deepEqual(faults, [])
  await context.close()
})
