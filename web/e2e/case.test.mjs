// A case between its people: two pages of one person, a session that ends while somebody types, a double click,
// a return for correction, a transfer, files. Runs against a platform with the demonstration on: MINGQU_URL.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ask, chapters, credentials, fileOf, launch, person, signIn } from './browser.mjs'

const STAMP = Date.now().toString(36)
// Short, as a title has no more than forty characters.
const MARKUP = '<img src onerror=hurt=1>'
const TITLE = `养老评估${STAMP}${MARKUP}`
const FILE = `说明 ${STAMP} <b onmouseover=alert(1)>.pdf`

let browser
const people = {}
let caseId

before(async () => {
  browser = await launch()
})
after(() => browser.close())

const chapter = chapters('case', people)

async function as(username) {
  if (!people[username]) {
    people[username] = await person(browser)
    await signIn(people[username].page, username)
  }
  return people[username].page
}

async function open(page) {
  await page.goto(`/cases/${caseId}`)
  await page.locator('h1').getByText('养老评估').waitFor()
}

async function writes(page, step, opinion) {
  await page.getByLabel(step, { exact: true }).check()
  await page.getByLabel('意见', { exact: true }).fill(opinion)
}
const sends = (page, step) => page.getByRole('button', { name: step, exact: true }).click()
const sent = (page) => page.getByText('已提交，并记入存证').waitFor()
const acts = async (page) => (await ask(page, `/api/cases/${caseId}`)).acts.map((act) => act.step)

chapter('an application whose button is pressed twice is filed once', async () => {
  const page = await as('kangning')
  const { items } = await ask(page, '/api/catalogue')
  await page.goto(`/applications/new?resource=${items.at(-1).id}`)
  await page.waitForURL(/\/applications\/[0-9a-f-]{36}$/)
  await page.getByLabel('场景名称').fill(TITLE)
  for (const label of [
    '要解决的问题',
    '使用者和受益者',
    '输出的结果',
    '处理方法',
    '使用频次',
    '预期效益',
    '风险和防范措施',
  ]) {
    await page.getByLabel(label).first().fill(`${label}：见附件 ${MARKUP}`)
  }
  await page.getByText('公共治理、公益事业（有条件无偿使用）').click()
  await page.getByText('在安全域内查询分析').click()
  await page.locator('#field-until').fill('2027-06-30')
  await page.keyboard.press('Enter')
  await page.locator('.tlist li:nth-child(2) button').click()
  await page.locator('[id^="field-item:"]').fill('统计所必需')
  for (const reason of await page.locator('[id^="field-reason:"]').all()) {
    await reason.fill('统计所必需')
  }
  await page.getByText(/已自动保存/).waitFor()
  await page.locator('.tlist li:nth-child(3) button').click()
  await page.getByRole('button', { name: '提交申请' }).dblclick()
  await page.waitForURL(/\/cases\//)
  caseId = page.url().split('/').pop()
  await open(page)
  assert.equal((await acts(page)).filter((step) => step === 'SUBMIT').length, 1)
})

chapter('names that are markup are shown as they are written', async () => {
  const page = await as('kangning')
  await page.locator('h1').getByText(MARKUP).waitFor()
  await page.goto('/cases')
  await page.getByText(TITLE).first().waitFor()
  assert.equal(await page.evaluate(() => globalThis.hurt), undefined)
})

chapter('the case shows where it is in the drawing of its procedure', async () => {
  const page = await as('kangning')
  await open(page)
  await page.getByRole('tab', { name: '流程图' }).click()
  await page.locator('svg[data-at="WITH_OPERATOR"] .bv-n.now').waitFor()
})

chapter('a file is added to the case and comes back with its own bytes', async () => {
  const page = await as('yunying')
  await open(page)
  await page.getByRole('tab', { name: /^文件/ }).click()
  const bytes = Buffer.from('%PDF-1.4 说明\n')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: FILE, mimeType: 'application/pdf', buffer: bytes })
  await page.getByText('文件已上传，并记入存证').waitFor()
  const link = page.locator('.files a')
  await link.waitFor()
  const file = await fileOf(page, () => link.click())
  assert.deepEqual(file.bytes, bytes)
  assert.equal(await page.locator('.files b').count(), 0)
})

chapter(
  'of two pages of one person the second to act is told that the case has moved on',
  async () => {
    const page = await as('yunying')
    await open(page)
    const second = await page.context().newPage()
    await open(second)
    await writes(page, '退回补正', '请补充保管期限。')
    await sends(page, '退回补正')
    await sent(page)
    await writes(second, '初审通过', '材料齐全。')
    await sends(second, '初审通过')
    await second.locator('.problem, [role=alert]').first().waitFor()
    assert.equal(await second.getByLabel('意见', { exact: true }).inputValue(), '材料齐全。')
    assert.deepEqual(
      (await acts(page)).filter((step) => ['RETURN', 'FORWARD'].includes(step)),
      ['RETURN'],
    )
    await second.close()
  },
)

chapter('the applicant reads why it came back, corrects it and sends it again', async () => {
  const page = await as('kangning')
  await open(page)
  await page.getByText('请补充保管期限。').first().waitFor()
  await page.getByRole('button', { name: '继续填写' }).first().click()
  await page.waitForURL(/\/applications\//)
  await page.getByLabel('风险和防范措施').first().fill('用毕即删，保管期限三十日。')
  await page.getByText(/已自动保存/).waitFor()
  await page.locator('.tlist li:nth-child(3) button').click()
  await page.getByRole('button', { name: '提交补正' }).click()
  await page.waitForURL(/\/cases\//)
  await open(page)
  assert.ok((await acts(page)).includes('RESUBMIT'))
})

chapter(
  'what was typed outlives a session that ended, and is sent after signing in again',
  async () => {
    const page = await as('yunying')
    await open(page)
    await writes(page, '初审通过', '补正后材料齐全。')
    await page.context().clearCookies({ name: /SESSION/i })
    await sends(page, '初审通过')
    await page.getByText('登录已过期').waitFor()
    assert.ok(await page.locator('main').isHidden(), 'what the page shows is covered')
    await signsInAgain(page, 'yunying')
    assert.equal(await page.getByLabel('意见', { exact: true }).inputValue(), '补正后材料齐全。')
    await sends(page, '初审通过')
    await sent(page)
  },
)

/** A one-time code that was used for another window is refused: the next one is tried. */
async function signsInAgain(page, username) {
  const dialog = page.locator('.ant-modal')
  for (let tries = 0; tries < 4; tries++) {
    const { password, code } = await credentials(page, username)
    await dialog.getByLabel('密码', { exact: true }).fill(password)
    await dialog.getByLabel(/动态口令/).fill(code ?? '')
    await dialog.getByRole('button', { name: '登录' }).click()
    const gone = dialog.waitFor({ state: 'hidden', timeout: 12_000 })
    if (
      await gone.then(
        () => true,
        () => false,
      )
    )
      return
  }
  throw new Error(`not signed in again: ${await dialog.innerText()}`)
}

chapter('a task handed to a colleague is theirs', async () => {
  const page = await as('shuju')
  await open(page)
  await page.getByRole('button', { name: '转办' }).click()
  await page.getByLabel('转交给').click()
  await page.locator('.ant-select-item-option', { hasText: 'shujuer' }).click()
  await page.locator('.ant-modal').getByRole('button', { name: '转办' }).click()
  await page.getByText('已转办').waitFor()
  const colleague = await as('shujuer')
  await open(colleague)
  await writes(colleague, '不予通过', '与已有场景重复。')
  await sends(colleague, '不予通过')
  await sent(colleague)
  await colleague.locator('h1').getByText('不予通过').waitFor()
})

test('nothing went wrong in any window', () => {
  assert.deepEqual(
    Object.values(people).flatMap((window) => window.faults),
    [],
  )
})
