// A bare installation: its first page makes the authority and the three administrators, and then there is no such page any
// more; an administrator signs in, changes nothing before a second factor is enrolled, and needs it from then on.
// Starts an installation of its own, with nothing in it.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { launch, person } from './browser.mjs'

const MINGQU = fileURLToPath(new URL('../../mingqu', import.meta.url))
const PASSWORD = 'Qu-Yuan-1978-Shui'

let browser
let window
let home
let environment
let base

before(async () => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'bare-'))
  const port = await freePort()
  base = `http://localhost:${port}`
  environment = { ...process.env, MINGQU_HOME: home, MINGQU_PORT: String(port) }
  execFileSync(MINGQU, ['start', '--empty'], { env: environment, stdio: 'pipe' })
  browser = await launch()
  window = await person(browser)
})
after(async () => {
  await browser?.close()
  // Without an installation of its own there is nothing to stop: never the one that others use.
  if (!environment) return
  execFileSync(MINGQU, ['stop'], { env: environment, stdio: 'pipe' })
  fs.rmSync(home, { recursive: true, force: true })
})

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/** The code of a moment (RFC 6238: SHA-1, six digits, thirty seconds) of a secret in base 32. */
function codeOf(secret, at = Date.now()) {
  const bits = [...secret]
    .map((letter) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
    )
    .join('')
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const value = mac.readUInt32BE(mac.at(-1) & 15) & 0x7fffffff
  return String(value % 1e6).padStart(6, '0')
}

/** A unified social credit code with its check character (GB 32100). */
function creditCode(body) {
  const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const sum = [...body].reduce((total, it, at) => total + letters.indexOf(it) * (3 ** at % 31), 0)
  return body + letters[(31 - (sum % 31)) % 31]
}

async function fill(page, prefix, [name, username, password]) {
  await page.locator(`[name="${prefix}.name"]`).fill(name)
  await page.locator(`[name="${prefix}.username"]`).fill(username)
  await page.locator(`[name="${prefix}.password"]`).fill(password)
}

test('the first page makes the authority and its three administrators, once', async () => {
  const { page } = window
  await page.goto(`${base}/`)
  await page.waitForURL(/\/setup$/)
  assert.equal(
    await page.locator('.demonstration').count(),
    0,
    'a bare installation is no demonstration',
  )
  await page.getByLabel('单位名称').fill('试验区政务服务和数据管理局')
  await page.getByLabel('统一社会信用代码').fill(creditCode('11440300MB2C9XYZ0'.replace('Z', '8')))
  await fill(page, 'user', ['周一', 'zhouyi', PASSWORD])
  await fill(page, 'SYSTEM_ADMIN', ['孔二', 'konger', 'short'])
  await fill(page, 'SECURITY_ADMIN', ['石三', 'shisan', PASSWORD])
  await fill(page, 'AUDIT_ADMIN', ['纪四', 'jisi', PASSWORD])
  await page.getByRole('button', { name: '完成设置' }).click()
  await page.locator('[role=alert]').waitFor()
  assert.equal(await page.getByLabel('单位名称').inputValue(), '试验区政务服务和数据管理局')
  await fill(page, 'SYSTEM_ADMIN', ['孔二', 'konger', PASSWORD])
  await page.getByRole('button', { name: '完成设置' }).click()
  await page.waitForURL(/\/login$/)
  await page.goto(`${base}/setup`)
  await page.waitForURL(/\/login$/)
})

test('an administrator enrols a second factor before anything else, and needs it from then on', async () => {
  const { page } = window
  await signIn(page)
  await page.waitForURL(/\/me$/)
  await page.goto(`${base}/people`)
  await page.waitForURL(/\/me$/)
  await changePasswordIfAsked(page)
  await page.getByRole('button', { name: '启用动态口令' }).click()
  const secret = (await page.locator('.secret').innerText()).replaceAll(/\s/g, '')
  await page.getByLabel('动态口令').fill(codeOf(secret))
  await page.getByRole('button', { name: '确认启用' }).click()
  await page.getByText('动态口令已启用').waitFor()
  await page.goto(`${base}/people`)
  for (const name of ['周一', '孔二', '石三', '纪四']) await page.getByText(name).first().waitFor()

  const elsewhere = await person(browser)
  await signIn(elsewhere.page)
  await elsewhere.page.getByLabel('动态口令').fill('000000')
  await elsewhere.page.getByRole('button', { name: '登录' }).click()
  await elsewhere.page.locator('[role=alert]').waitFor()
  // The next half minute's code: this one's was used up by the enrolment.
  await elsewhere.page.getByLabel('动态口令').fill(codeOf(secret, Date.now() + 30_000))
  await elsewhere.page.getByRole('button', { name: '登录' }).click()
  await elsewhere.page.waitForSelector('.shell')
  assert.deepEqual([...window.faults, ...elsewhere.faults], [])
})

let password = PASSWORD
async function signIn(page) {
  await page.goto(`${base}/login`)
  await page.getByLabel('账号').fill('konger')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

/** The rules may ask who got a password from somebody else to take one of their own. */
async function changePasswordIfAsked(page) {
  if ((await page.getByText('首次登录，请先修改密码。').count()) === 0) return
  const next = 'Li-Bing-0256-Dujiang'
  await page.getByLabel('当前密码').fill(password)
  await page.getByLabel('新密码', { exact: true }).fill(next)
  await page.getByLabel('再次输入新密码').fill(next)
  await page.getByRole('button', { name: '修改密码' }).click()
  await page.getByText('密码已修改').waitFor()
  password = next
}
