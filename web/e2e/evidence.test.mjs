// A receipt that is taken away holds without the platform: ./mingqu verify says so, and finds one that was changed.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { fileOf, launch, person, signIn } from './browser.mjs'

const MINGQU = fileURLToPath(new URL('../../mingqu', import.meta.url))

let browser
let window
let folder
before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'receipt-'))
  browser = await launch()
  window = await person(browser)
  await signIn(window.page, 'shuju')
})
after(async () => {
  await browser.close()
  fs.rmSync(folder, { recursive: true })
})

function verify(receipt, key) {
  return new Promise((resolve) => {
    execFile(MINGQU, ['verify', receipt, '--key', key], (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, said: stdout + stderr }),
    )
  })
}

test('an entry shows its proof of inclusion, and its receipt is verified off-line', async () => {
  const { page } = window
  await page.goto('/evidence')
  await page.locator('tbody a[download]').last().waitFor()
  await page.locator('tbody tr:last-child td:nth-child(2) a').click()
  await page.locator('.proof li').nth(2).waitFor()
  const root = await page.locator('.proof li:last-child code').innerText()
  assert.match(root, /^[0-9a-f]{64}$/)

  const receipt = await fileOf(page, () => page.getByRole('link', { name: /回执$/ }).click())
  await page.getByText(`./mingqu verify ${receipt.name} --key`).waitFor()
  assert.equal(JSON.parse(receipt.bytes).checkpoint.root, root)
  const key = await fileOf(page, () => page.getByRole('link', { name: '下载验签公钥' }).click())
  const [kept, publicKey] = [path.join(folder, receipt.name), path.join(folder, key.name)]
  fs.writeFileSync(kept, receipt.bytes)
  fs.writeFileSync(publicKey, key.bytes)
  const good = await verify(kept, publicKey)
  assert.equal(good.code, 0, good.said)

  const changed = JSON.parse(receipt.bytes)
  changed.entry.personName = '别人'
  fs.writeFileSync(kept, JSON.stringify(changed))
  const bad = await verify(kept, publicKey)
  assert.notEqual(bad.code, 0, bad.said)
  assert.deepEqual(window.faults, [])
})
