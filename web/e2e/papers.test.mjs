// Agreements on paper (art. 12, 13, 19), and what a regulator reads of the evidence (art. 7). Runs against a platform with
// the demonstration on: MINGQU_URL.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ask, fileOf, launch, person, signIn } from './browser.mjs'

let browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

const download = (page, name) =>
  fileOf(page, () => page.getByRole('button', { name }).first().click())

test('a party takes a signed agreement with it as a PDF, and an earlier edition as well', async () => {
  const { page, context, faults } = await person(browser)
  await signIn(page, 'shuju')
  const signed = (await ask(page, '/api/mandates')).find((it) => it.edition > 0)
  await page.goto(`/mandates/${signed.id}`)
  const paper = await download(page, '下载协议（PDF）')
  assert.equal(paper.name, `${signed.number}-${signed.edition}.pdf`)
  assert.equal(paper.bytes.subarray(0, 5).toString(), '%PDF-')
  const edition = await download(page, '下载第 1 版（PDF）')
  assert.equal(edition.name, `${signed.number}-1.pdf`)
  const { items } = await ask(page, '/api/agreements?size=100')
  await page.goto(`/agreements/${items.find((it) => it.stage === 'IN_FORCE').id}`)
  const service = await download(page, '下载协议（PDF）')
  assert.equal(service.bytes.subarray(0, 5).toString(), '%PDF-')
  assert.deepEqual(faults, [])
  await context.close()
})

test('a regulator is told what of the evidence it reads, and why not the rest', async () => {
  const office = await person(browser)
  await signIn(office.page, 'shuju')
  const [elsewhere] = await ask(office.page, '/api/incidents')
  const { page, context, faults } = await person(browser)
  await signIn(page, 'caizheng')
  await page.goto('/evidence')
  await page.getByText('只显示本部门监管职责范围内案卷的存证').waitFor()
  await page.goto(`/evidence?case=${elsewhere.caseId}`)
  await page.getByText('不在本部门的监管职责范围内').first().waitFor()
  assert.deepEqual(faults, [])
  await context.close()
  await office.context.close()
})
