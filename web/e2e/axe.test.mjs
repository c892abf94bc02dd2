// Every page, light and dark, on a desk and on a phone: no fault that axe can find, no sideways scroll,
// one heading, a title of its own, nothing blocked by the content security policy.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import { after, before, test } from 'node:test'
import { ask, launch, person, SIZES, signIn } from './browser.mjs'

const AXE = fs.readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// Faults of antd itself on which we have no hold.
const NOT_OURS = new Set(['scrollable-region-focusable'])

// What the colours of a page can break; all else is the same by day and by night.
const BY_COLOUR = ['color-contrast', 'link-in-text-block']

const PUBLIC = [
  '/login',
  '/catalogue',
  '/product-catalogue',
  '/notices',
  '/partner-rules',
  '/disclosures',
  '/measures',
  '/verify',
  '/nothing-here',
]
const ROUTES = {
  shuju: [
    '/tasks',
    '/cases',
    '/agreements',
    '/catalogue-batches',
    '/workspaces',
    '/releases',
    '/traces',
    '/evidence',
    '/people',
    '/procedures',
    '/calendar',
    '/supervision',
    '/duties',
    '/duty-rules',
    '/rules',
    '/rectifications',
    '/credit-records',
    '/products',
    '/filings',
    '/listings',
    '/outside',
    '/pricing',
    '/income',
    '/quality',
    '/leaks',
    '/selections',
    '/mandates',
    '/partners',
    '/messages',
    '/incidents',
    '/city-requests',
    '/demands',
    '/catalogue-objections',
    '/search?q=2026',
    '/me',
  ],
  kangning: ['/tasks', '/workspaces', '/partners'],
  lianchuang: ['/mandates'],
  caizheng: ['/oversight'],
  tangyibo: ['/products', '/pricing'],
  zhujian: ['/resources'],
  xitong: ['/people', '/outside'],
  minzheng: ['/uses'],
  lixiulan: [
    '/rights',
    '/rights/data',
    '/rights/uses',
    '/rights/authorisations',
    '/rights/complaint',
  ],
}

let browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

for (const username of [null, ...Object.keys(ROUTES)]) {
  test(`the pages of ${username ?? 'anybody'}: by day and by night on a desk, on a phone`, async () => {
    const desk = await person(browser, { still: true })
    const phone = await person(browser, { size: SIZES.phone, still: true })
    try {
      if (username) {
        await signIn(desk.page, username)
        await signIn(phone.page, username)
      }
      const routes = await pages(desk, username)
      const found = await Promise.all([examine(desk, routes), examine(phone, routes)])
      assert.deepEqual(found.flat(), [])
      assert.deepEqual([...desk.faults, ...phone.faults], [])
    } finally {
      await desk.context.close()
      await phone.context.close()
    }
  })
}

async function pages(window, username) {
  if (username) return [...ROUTES[username], ...(await details(window.page, username))]
  const { items } = (await ask(await at(window, '/catalogue'), '/api/catalogue')) ?? { items: [] }
  return [...PUBLIC, ...items.slice(0, 1).map((item) => `/catalogue/${item.id}`)]
}

async function at(window, path) {
  await window.page.goto(path)
  await window.page.waitForSelector('h1')
  return window.page
}

/** Where a desk opens each page anew, a phone goes on from page to page, as by a link. */
async function goOn({ page }, path) {
  await page.evaluate((to) => {
    document.querySelector('h1')?.setAttribute('data-left', '')
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
  await page.waitForSelector('h1:not([data-left])')
}

const QUIET_MS = 400

/** How to wait until a page has had nothing under way for a while: the browser's own word is for a load alone. */
function silence(page) {
  const underWay = new Set()
  let since = Date.now()
  const ended = (request) => {
    underWay.delete(request)
    since = Date.now()
  }
  page.on('request', (request) => underWay.add(request))
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  return async () => {
    since = Date.now()
    while (underWay.size || Date.now() - since < QUIET_MS) await page.waitForTimeout(50)
    await page.waitForSelector('.ant-skeleton, [aria-busy="true"]', { state: 'detached' })
  }
}

/** One page of each kind that needs an id, from what the person's lists name. */
async function details(page, username) {
  const first = async (path, to) => {
    const found = await ask(page, path)
    const item = (Array.isArray(found) ? found : found?.items)?.[0]
    return item ? [`${to}/${item.id}`] : []
  }
  if (username === 'zhujian') return first('/api/resources', '/resources')
  if (username === 'kangning') {
    const [workspace] = await first('/api/workspaces', '/workspaces')
    return workspace ? [workspace, `${workspace}/own`] : []
  }
  if (username === 'lianchuang') {
    const [former] = (await ask(page, '/api/mandates')) ?? []
    const { closing } = (await ask(page, `/api/mandates/${former?.id}`)) ?? {}
    return closing ? [`/closings/${closing}`] : []
  }
  if (username !== 'shuju') return []
  return [
    ...(await first('/api/cases', '/cases')),
    ...(await first('/api/agreements', '/agreements')),
    ...(await first('/api/mandates', '/mandates')),
    ...(await first('/api/partnerships', '/partners')),
    ...(await first('/api/workspaces', '/workspaces')),
    ...(await first('/api/releases', '/releases')),
    ...(await first('/api/evidence', '/evidence')),
    ...(await first('/api/products', '/products')),
    ...(await first('/api/demands', '/demands')),
    ...(await first('/api/city-requests', '/city-requests')),
    ...(await first('/api/catalogue-objections', '/catalogue-objections')),
    ...(await first('/api/listings', '/listings')),
  ]
}

/** What is wrong with the pages in this window; of their colours, which a phone has too, a desk tells. */
async function examine({ page }, routes) {
  const size = page.viewportSize()
  const colours = size.width === SIZES.desk.width
  const rules = Object.fromEntries(BY_COLOUR.map((id) => [id, { enabled: colours }]))
  const silent = silence(page)
  const found = []
  for (const route of routes) {
    const tell = (what) => found.push(`${route} (${size.width}): ${what}`)
    await (colours || route === routes[0] ? at : goOn)({ page }, route)
    await silent()
    const tags = { runOnly: { type: 'tag', values: RULES }, rules }
    const { violations, headings, sideways, title } = await look(page, tags)
    for (const what of violations) tell(what)
    if (headings !== 1) tell(`${headings} headings of the first level`)
    if (sideways) tell('scrolls sideways')
    if (!title.includes(' - ')) tell(`has no title: ${title}`)
    if (colours) {
      await turnDark(page)
      const dark = { runOnly: { type: 'rule', values: BY_COLOUR } }
      const { violations } = await look(page, dark)
      for (const what of violations) tell(`dark: ${what}`)
    }
  }
  return found
}

/** As if another window had chosen, until all stands in the new colours; the next page begins in light ones again. */
async function turnDark(page) {
  await page.evaluate(() => {
    localStorage.setItem('theme', 'dark')
    dispatchEvent(new StorageEvent('storage', { key: 'theme', newValue: 'dark' }))
  })
  await page.waitForSelector('[data-theme="dark"]')
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame)
    const moves = (it) => it.effect.getComputedTiming().endTime !== Infinity
    await frame()
    do await frame()
    while (document.getAnimations().some(moves))
  })
}

async function look(page, options) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  return page.evaluate(
    async ([chosen, notOurs]) => {
      const outcome = await globalThis.axe.run(document, {
        ...chosen,
        resultTypes: ['violations'],
      })
      return {
        violations: outcome.violations
          .filter(({ id }) => !notOurs.includes(id))
          .map(
            ({ id, impact, nodes }) =>
              `${impact} ${id}: ${nodes
                .slice(0, 3)
                .map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`)
                .join(' ; ')}`,
          ),
        headings: document.querySelectorAll('h1').length,
        sideways: document.documentElement.scrollWidth > innerWidth + 1,
        title: document.title,
      }
    },
    [options, [...NOT_OURS]],
  )
}
