// What is private stays with the person: signing out, the way back, other pages of the browser, caches, ways elsewhere.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ask, launch, person, signInAnew } from './browser.mjs'

let browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

/** A partner has no second factor, so that signing in anew costs no waiting. */
const WHO = 'kangning'

async function signedIn(options) {
  const window = await person(browser, options)
  await signInAnew(window.page, WHO)
  return window
}

async function signOut(page) {
  await page.locator('.me').click()
  await page.getByText('退出登录').click()
  await page.waitForURL(/\/login/)
}

test('signing out leaves nothing behind the back button, in other pages, or in the browser', async () => {
  const { page, context, faults } = await signedIn()
  await page.goto('/cases')
  await page.locator('tbody a').first().click()
  await page.locator('.case h1').waitFor()
  const title = await page.locator('.case h1').innerText()
  const other = await context.newPage()
  await other.goto('/tasks')
  await other.locator('.shell').waitFor()
  await page.evaluate(() => localStorage.setItem('draft:kangning:sql:x', '"SELECT 1"'))

  await signOut(page)
  await other.waitForURL(/\/login/)
  assert.equal(await page.evaluate(() => localStorage.getItem('draft:kangning:sql:x')), null)
  await page.goBack()
  await page.locator('.login').waitFor()
  assert.ok(!(await page.locator('body').innerText()).includes(title))
  assert.equal((await ask(page, '/api/session')).user, null)
  assert.deepEqual(faults, [])
  await context.close()
})

test('after signing in one goes to the page one wished, and never elsewhere', async () => {
  for (const [wish, place] of [
    ['/agreements?page=0', '/agreements'],
    ['//elsewhere.example/', '/tasks'],
    ['/\\elsewhere.example', '/tasks'],
    ['/%09/elsewhere.example', '/tasks'],
    ['javascript:alert(1)', '/tasks'],
  ]) {
    const { page, context } = await person(browser)
    await page.goto(`/login?next=${encodeURIComponent(decodeURIComponent(wish))}`)
    await page.locator(`[data-username="${WHO}"]`).click()
    await page.waitForSelector('.shell')
    assert.equal(new URL(page.url()).pathname, place, wish)
    await context.close()
  }
})

test('pages and answers are kept by no cache, and the policy allows no script from elsewhere', async () => {
  const { page, context } = await signedIn()
  for (const path of ['/tasks', '/api/session', '/api/tasks', '/api/evidence']) {
    const { headers, status } = await headersOf(page, path)
    assert.equal(status, 200, path)
    assert.match(headers['cache-control'], /no-store/, path)
    assert.match(headers['x-content-type-options'], /nosniff/, path)
    assert.match(headers['content-security-policy'], /frame-ancestors 'none'/, path)
  }
  const { headers } = await headersOf(page, '/tasks')
  assert.match(headers['content-security-policy'], /script-src 'self';/)
  await context.close()
})

async function headersOf(page, path) {
  const response = await page.request.get(path)
  return { headers: response.headers(), status: response.status() }
}

test('the keyboard alone reaches the matter, with a focus that can be seen', async () => {
  const { page, context } = await signedIn({ theme: 'dark' })
  await page.goto('/cases')
  await page.locator('tbody a').first().waitFor()
  await page.keyboard.press('Tab')
  const skip = await page.evaluate(() => document.activeElement.getAttribute('href'))
  assert.equal(skip, '#main', 'the first stop leads over the menu')
  await page.keyboard.press('Enter')
  for (let stops = 0; stops < 12; stops++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const { matches, outline, shadow } = seen(document.activeElement)
      return { inside: document.activeElement.closest('main') !== null, matches, outline, shadow }
      function seen(element) {
        const ring = element.closest('.ant-select, .ant-input-affix-wrapper') ?? element
        const style = getComputedStyle(ring)
        return {
          matches: element.matches(':focus-visible'),
          outline: style.outlineStyle !== 'none',
          shadow: style.boxShadow !== 'none',
        }
      }
    })
    assert.ok(at.inside, 'the stops after it are in the matter')
    assert.ok(at.matches && (at.outline || at.shadow), 'the focus can be seen')
  }
  await context.close()
})

test('who wants no motion gets none', async () => {
  const { page, context } = await signedIn()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/cases')
  await page.locator('.shell').waitFor()
  const longest = await page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('*')].map((it) => {
        const { transitionDuration, animationDuration } = getComputedStyle(it)
        return Math.max(
          ...`${transitionDuration},${animationDuration}`
            .split(',')
            .map((value) => parseFloat(value)),
        )
      }),
    ),
  )
  assert.ok(longest <= 0.001, `${longest} s`)
  await context.close()
})
