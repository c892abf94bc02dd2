// The story of the main job, lived in a browser by each of its people: a department's raw table becomes
// a lawful, checked result. Runs against a platform with the demonstration on: MINGQU_URL.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ask, chapters, fileOf, launch, person, signIn } from './browser.mjs'
import { gb18030 } from './gb18030.mjs'

const STAMP = Date.now().toString(36)
const RESOURCE = { name: `leases_${STAMP}`, title: `园区租赁登记 ${STAMP}` }
const SCENARIO = `园区租赁活跃度 ${STAMP}`
const ROWS = 600

let browser
const people = {}
const chapter = chapters('story', people)
const story = {}

before(async () => {
  browser = await launch()
})
after(async () => {
  await browser.close()
})

async function as(username) {
  if (!people[username]) {
    people[username] = await person(browser)
    await signIn(people[username].page, username)
  }
  return people[username].page
}

/** A table with valid, dirty and awkward rows: a quoted newline, an impossible date, a missing value. */
function csv() {
  const streets = ['玉塘', '新湖', '凤凰', '公明']
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const street = streets[index % streets.length]
    const month = String((index % 12) + 1).padStart(2, '0')
    return `T${String(index).padStart(5, '0')},${street},2026-${month}-05,${1000 + (index % 50) * 10}`
  })
  rows[3] = 'T00003,"玉塘\n东区",2026-04-05,1030'
  rows[7] = 'T00007,凤凰,2026-13-45,1070'
  return gb18030(`lease_no,street,start_on,rent\r\n${rows.join('\r\n')}\r\n`)
}

const heading = (page) => page.locator('h1').first()
const choose = async (page, label, option) => {
  await page.getByLabel(label, { exact: true }).click()
  await page.locator(`.ant-select-item-option[title="${option}"]`).last().click()
}

chapter(
  '1. the source department registers a resource, loads a file and confirms its columns',
  async () => {
    const page = await as('zhujian')
    await page.goto('/resources')
    await page.getByRole('button', { name: '登记数据资源' }).first().click()
    await page.getByLabel('资源名称').fill(RESOURCE.title)
    await page.getByLabel('表名').fill(RESOURCE.name)
    await page.getByLabel('摘要').fill('园区经营场所租赁的登记信息。')
    await page.getByLabel('联系方式').fill('数据科 0755-00000000')
    await page.getByLabel('采集依据').fill('部门职责清单')
    await page.getByLabel('保存期限').fill('三年')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.waitForURL(/\/resources\/[0-9a-f-]{36}$/)
    story.resource = page.url().split('/').pop()

    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '园区租赁.csv', mimeType: 'text/csv', buffer: csv() })
    await page.waitForURL(/\/loads\//)
    await page.getByText('确认分类分级').waitFor({ timeout: 60_000 })
    await choose(page, '标识数据主体的字段', 'lease_no').catch(() => undefined)
    await page.getByText('我已逐列核对分类和分级').click()
    await page.getByRole('button', { name: /确认并入库/ }).click()
    await page.getByText(/已入库 \d+ 行/).waitFor({ timeout: 60_000 })

    await page.goto(`/resources/${story.resource}`)
    await page.getByRole('button', { name: '提交发布' }).click()
    await page.getByText('已提交，等待主管部门发布').waitFor()
  },
)

chapter('2. the authority publishes the batch, and anybody can read the catalogue', async () => {
  const page = await as('shuju')
  await page.goto('/catalogue-batches')
  await page.getByText(RESOURCE.title).first().waitFor()
  await page.getByLabel('批次名称').fill(`测试批次 ${STAMP}`)
  await page.getByRole('button', { name: /^发布 \d+ 项$/ }).click()
  await page.getByText(/已发布 \d+ 项数据资源/).waitFor()

  const visitor = await person(browser)
  await visitor.page.goto(`/catalogue/${story.resource}`)
  await visitor.page.getByRole('heading', { name: RESOURCE.title }).waitFor()
  await visitor.page.getByRole('button', { name: '显示合成样例' }).click()
  await visitor.page.locator('section[aria-label="合成样例"] tbody tr').first().waitFor()
  assert.deepEqual(visitor.faults, [])
  await visitor.context.close()
})

chapter('3. the partner files an application from the catalogue', async () => {
  const page = await as('kangning')
  await page.goto(`/applications/new?resource=${story.resource}`)
  await page.waitForURL(/\/applications\/[0-9a-f-]{36}$/)
  for (const [label, text] of [
    ['场景名称', SCENARIO],
    ['要解决的问题', '了解各街道租赁活跃程度，改进园区服务。'],
    ['使用者和受益者', '园区运营服务人员'],
    ['输出的结果', '按街道的租赁户数和租金合计'],
    ['处理方法', '安全域内汇总统计'],
    ['使用频次', '每月一次'],
    ['预期效益', '园区服务更贴近需要'],
    ['风险和防范措施', '不输出单户信息，小组抑制'],
  ]) {
    await page.getByLabel(label, { exact: false }).first().fill(text)
  }
  await page.getByText('公共治理、公益事业（有条件无偿使用）').click()
  await page.getByText('在安全域内查询分析').click()
  await page.locator('#field-until').fill('2027-06-30')
  await page.keyboard.press('Enter')
  await page.getByText(/已自动保存/).waitFor()
  await page.locator('.tlist li:nth-child(2) button').click()
  await page.locator('[id^="field-item:"]').fill('按街道统计所必需')
  for (const reason of await page.locator('[id^="field-reason:"]').all()) {
    await reason.fill('按街道统计所必需')
  }
  await page.getByText(/已自动保存/).waitFor()
  await page.locator('.tlist li:nth-child(3) button').click()
  const submit = page.getByRole('button', { name: '提交申请' })
  await submit.waitFor()
  await submit.click()
  await page.waitForURL(/\/cases\//)
  story.case = page.url().split('/').pop()
  await heading(page).getByText(SCENARIO).waitFor()
})

chapter('4. the operator reviews and the authority assesses', async () => {
  await decide('yunying', '初审通过', '材料齐全，字段为场景所必需。')
  await decide('shuju', '评估通过', '同意。')
})

chapter('5. the source department consents on a condition', async () => {
  const page = await open('zhujian')
  await page.getByLabel('同意授权使用').waitFor()
  await page.locator('.conditions input[type=checkbox]').nth(2).uncheck()
  await page.getByLabel('意见', { exact: true }).fill('同意，起租日不提供。')
  await page.getByRole('button', { name: '同意授权', exact: true }).click()
  await page.getByText('已提交，并记入存证').waitFor()
})

chapter('6. the agreement names its missing heads and is signed by all', async () => {
  const page = await open('shuju')
  await page.getByRole('button', { name: '打开服务协议' }).click()
  await page.waitForURL(/\/agreements\//)
  story.agreement = page.url().split('/').pop()
  await page.getByText('协议条款').waitFor()
  const save = page.getByRole('button', { name: '保存条款' })
  if (await save.isVisible().catch(() => false)) {
    for (const area of await page.locator('[id^="head-"]').all()) {
      if (!(await area.inputValue())) await area.fill('按双方约定执行。')
    }
    await save.click()
    await page.getByText('条款已保存').waitFor()
  }
  for (const username of ['shuju', 'zhujian', 'yunying', 'kangning']) await sign(username)
})

async function sign(username) {
  const page = await as(username)
  await page.goto(`/agreements/${story.agreement}`)
  await heading(page).waitFor()
  const button = page.getByRole('button', { name: '签署协议' })
  await page.waitForTimeout(500)
  if (!(await button.isVisible())) return
  await button.click()
  await page.locator('.ant-popover').getByRole('button', { name: '签署协议' }).click()
  await page.getByText('已签署，并记入存证').waitFor()
}

chapter(
  '7. the partner tries on synthetic data, asks for a noisy and then for an exact answer',
  async () => {
    const page = await as('kangning')
    await page.goto(`/agreements/${story.agreement}`)
    await page.getByRole('button', { name: '打开数据工作台' }).click()
    await page.waitForURL(/\/workspaces\//)
    story.workspace = page.url().split('/').pop()
    await page.locator('.cm-content').waitFor()

    await write(page, `SELECT street, rent FROM ${RESOURCE.name} LIMIT 5`)
    await page.getByRole('button', { name: /^运行/ }).click()
    await page.getByText('以下是合成数据上的结果').waitFor({ timeout: 60_000 })

    await lane(page, '精确结果')
    await write(page, `SELECT start_on FROM ${RESOURCE.name}`)
    await page.locator('.vd-deny').waitFor()
    await page.locator('.cm-lintRange-error').first().waitFor()

    await write(page, `SELECT street, COUNT(*) AS leases FROM ${RESOURCE.name} GROUP BY street`)
    await page.locator('.vd-review').waitFor()
    await page.getByRole('button', { name: /^运行/ }).click()
    await page.getByRole('button', { name: '申请导出结果' }).click({ timeout: 60_000 })
    await page.getByLabel('用途').fill('园区服务评估')
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.waitForURL(/\/releases\//)
    story.release = page.url().split('/').pop()
  },
)

chapter('8. the release is reviewed beside its checks and handed over', async () => {
  const { grade } = await ask(await as('yunying'), `/api/releases/${story.release}`)
  const decisions =
    grade < 3
      ? [['shuju', '批准导出']]
      : [
          ['shuju', '同意（第一次决定）'],
          ['shujuer', '批准导出'],
        ]
  for (const [username, step] of [['yunying', '初审通过'], ...decisions]) {
    const page = await as(username)
    await page.goto(`/releases/${story.release}`)
    await page.locator('.checks li').first().waitFor()
    await page.getByLabel(step, { exact: true }).check()
    await page.getByLabel('意见', { exact: true }).fill('已核对自动检查。')
    await page.getByRole('button', { name: step, exact: true }).click()
    await page.getByText('已提交，并记入存证').waitFor()
  }
  const page = await as('kangning')
  await page.goto(`/releases/${story.release}`)
  const file = await fileOf(page, () => page.getByRole('link', { name: '下载结果文件' }).click())
  assert.match(file.bytes.toString('utf8'), /street/)
})

chapter('9. the evidence of the case can be taken away', async () => {
  const page = await as('zhujian')
  await page.goto(`/evidence?case=${story.case}`)
  await page.locator('tbody a[download]').first().waitFor()
  assert.ok((await page.locator('tbody a[download]').count()) >= 4)
  const receipt = await ask(
    page,
    await page.locator('tbody a[download]').first().getAttribute('href'),
  )
  assert.ok(receipt, 'a receipt is JSON')
})

chapter('10. the authority suspends the workspace, and the next query is refused', async () => {
  const authority = await as('shuju')
  await authority.goto(`/workspaces/${story.workspace}`)
  await authority.getByRole('button', { name: '暂停使用' }).click()
  await authority.getByLabel('理由（必填，使用单位可见）').fill('例行检查')
  await authority.locator('.ant-modal').getByRole('button', { name: '暂停使用' }).click()
  await authority.getByText('已暂停', { exact: true }).first().waitFor()

  const page = await as('kangning')
  await page.goto(`/workspaces/${story.workspace}`)
  await page.getByText('使用权限已暂停，不能运行查询').waitFor()
  assert.ok(await page.getByRole('button', { name: /^运行/ }).isDisabled())
})

test('nothing went wrong in any window', () => {
  assert.deepEqual(
    Object.values(people).flatMap((window) => window.faults),
    [],
  )
})

async function open(username) {
  const page = await as(username)
  await page.goto(`/cases/${story.case}`)
  await heading(page).waitFor()
  return page
}

async function decide(username, step, opinion) {
  const page = await open(username)
  await page.getByLabel(step, { exact: true }).check()
  await page.getByLabel('意见', { exact: true }).fill(opinion)
  await page.getByRole('button', { name: step, exact: true }).click()
  await page.getByText('已提交，并记入存证').waitFor()
}

async function lane(page, name) {
  await page.locator('.wb-top .ant-segmented-item', { hasText: name }).click()
}

async function write(page, sql) {
  await page.locator('.cm-content').click()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(sql)
  await page.keyboard.press('Escape')
  await page.waitForTimeout(300)
}
