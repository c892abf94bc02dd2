// A browser for the tests: what MINGQU_CHROMIUM names, or Debian's chromium, without its own windows if that is there, as
// those take as long to draw as our pages; the platform: MINGQU_URL.
import fs from 'node:fs'
import { test } from 'node:test'
import { chromium } from 'playwright-core'

export const BASE = process.env.MINGQU_URL ?? 'http://127.0.0.1:8080'
export const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const INSTALLED = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

/** Close it in `finally`. */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.MINGQU_CHROMIUM ?? INSTALLED.find((path) => fs.existsSync(path)),
    args: ARGUMENTS,
  })

/**
 * Runs in the page. Two styles of antd get no nonce, and do no harm when blocked: its measure of the scrollbar, which
 * is gone when the policy tells of it, and the lock of the page's own scrolling under a dialogue, which has none.
 */
function tellWhatIsBlocked() {
  addEventListener('securitypolicyviolation', (event) => {
    const { violatedDirective, blockedURI, target } = event
    const known = !(target instanceof Element) || target.textContent.includes('overflow-y: hidden')
    if (violatedDirective === 'style-src-elem' && known) return
    globalThis.tellBlocked(`${location.pathname}: ${violatedDirective} ${blockedURI}`)
  })
}

/**
 * A window of one person, with its own cookies and a list of what went wrong in it: scripts that threw,
 * and what the content security policy blocked. A still one is of somebody who wants nothing to move.
 */
export async function person(browser, { size = SIZES.desk, theme = 'light', still = false } = {}) {
  const context = await browser.newContext({
    baseURL: BASE,
    viewport: size,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
    reducedMotion: still ? 'reduce' : 'no-preference',
  })
  await context.addInitScript((mode) => localStorage.setItem('theme', mode), theme)
  const faults = []
  await context.exposeFunction('tellBlocked', (what) => faults.push(what))
  await context.addInitScript(tellWhatIsBlocked)
  const page = await context.newPage()
  page.setDefaultTimeout(Number(process.env.MINGQU_TIMEOUT ?? 20_000))
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  return { context, page, faults }
}

const SESSIONS = new URL('../target/e2e/sessions/', import.meta.url)
const kept = (username) => new URL(`${new URL(BASE).port}-${username}.json`, SESSIONS)

/**
 * Signs in by a card of the log-in page, as a visitor of the demonstration does. The session is kept for the other
 * tests, as each one-time code is good once and the next takes half a minute to come.
 */
export async function signIn(page, username) {
  if (await goesOn(page, username)) return
  await signInAnew(page, username)
  fs.mkdirSync(SESSIONS, { recursive: true })
  fs.writeFileSync(kept(username), JSON.stringify(await page.context().cookies()))
}

/** No page of ours is opened for it: tests go to theirs. */
async function goesOn(page, username) {
  if (!fs.existsSync(kept(username))) return false
  await page.context().addCookies(JSON.parse(fs.readFileSync(kept(username), 'utf8')))
  if ((await ask(page, '/api/session')).user?.username === username) return true
  await page.context().clearCookies()
  return false
}

/** A session of this window alone, for tests that end it. */
export async function signInAnew(page, username) {
  await page.goto('/login')
  const card = page.locator(`[data-username="${username}"]`)
  await card.waitFor({ state: 'attached' })
  if (!(await card.isVisible())) await page.locator('.login-demo summary').click()
  await entered(page, card)
  await page.waitForSelector('.shell, .rights')
}

const TRIES = 6
const NEXT_CODE_MS = 12_000

/** A one-time code is good once: when somebody has just used it for this account, the next is waited for. */
async function entered(page, card) {
  for (let tries = 1; ; tries++) {
    await card.click()
    const inside = page.waitForURL((url) => url.pathname !== '/login', {
      waitUntil: 'commit',
      timeout: NEXT_CODE_MS,
    })
    const gone = await inside.then(
      () => true,
      () => false,
    )
    if (gone) return
    if (tries === TRIES) throw new Error(`not signed in: ${await page.innerText('.login-card')}`)
  }
}

/** What the interface answers to the person of this window; null for a refusal. */
export async function ask(page, path) {
  const response = await page.context().request.get(path)
  return response.ok() ? response.json() : null
}

/** A file that a click brings: its name and its bytes. */
export async function fileOf(page, click) {
  const arriving = page.waitForEvent('download')
  await click()
  const download = await arriving
  const chunks = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk)
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) }
}

/** Chapters that build on one another: the first that fails ends them, and leaves a picture of every window. */
export function chapters(story, people) {
  let ended = false
  return (name, live) =>
    test(name, async (context) => {
      if (ended) return context.skip('an earlier chapter failed')
      ended = true
      await live().catch(async (fault) => {
        for (const [who, { page }] of Object.entries(people)) {
          await page.screenshot({ path: `target/e2e/${story}-${who}.png` })
        }
        throw fault
      })
      ended = false
    })
}

/** The password and the one-time code of a demonstration account, as a card of the log-in page fetches them. */
export async function credentials(page, username) {
  return page.evaluate(async (name) => {
    const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? ''
    const response = await fetch(`/api/demonstration/accounts/${name}/credentials`, {
      method: 'POST',
      headers: { 'X-XSRF-TOKEN': decodeURIComponent(token) },
    })
    return response.json()
  }, username)
}
