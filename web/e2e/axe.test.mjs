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

const WAYS = [
  { name: 'light desk', theme: 'light', size: SIZES.desk },
  { name: 'dark desk', theme: 'dark', size: SIZES.desk },
  { name: 'light phone', theme: 'light', size: SIZES.phone },
]

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

for (const way of WAYS) {
  test(`anybody's pages, ${way.name}`, async () => {
    const window = await person(browser, way)
    try {
      const { items } = (await ask(await at(window, '/catalogue'), '/api/catalogue')) ?? {
        items: [],
      }
      const entries = items.slice(0, 1).map((item) => `/catalogue/${item.id}`)
      await examine(window, [...PUBLIC, ...entries])
    } finally {
      await window.context.close()
    }
  })
  for (const [username, routes] of Object.entries(ROUTES)) {
    test(`the pages of ${username}, ${way.name}`, async () => {
      const window = await person(browser, way)
      try {
        await signIn(window.page, username)
        await examine(window, [...routes, ...(await details(window.page, username))])
      } finally {
        await window.context.close()
      }
    })
  }
}

async function at(window, path) {
  await window.page.goto(path)
  await window.page.waitForSelector('h1')
  return window.page
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

async function examine(window, routes) {
  const { page, faults } = window
  const found = []
  const titles = new Map()
  for (const route of routes) {
    await at(window, route)
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(300)
    const { violations, headings, sideways, title } = await look(page)
    for (const { id, impact, nodes } of violations) {
      if (!NOT_OURS.has(id))
        found.push(`${route} ${impact} ${id}: ${nodes.slice(0, 3).join(' ; ')}`)
    }
    if (headings !== 1) found.push(`${route}: ${headings} headings of the first level`)
    if (sideways) found.push(`${route}: scrolls sideways`)
    titles.set(route, title)
  }
  assert.deepEqual(found, [])
  assert.deepEqual(faults, [])
  for (const [route, title] of titles)
    assert.ok(title.includes(' - '), `${route} has no title: ${title}`)
}

async function look(page) {
  await page.evaluate(AXE)
  return page.evaluate(async (rules) => {
    const outcome = await globalThis.axe.run(document, {
      runOnly: rules,
      resultTypes: ['violations'],
    })
    return {
      violations: outcome.violations.map(({ id, impact, nodes }) => ({
        id,
        impact,
        nodes: nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`),
      })),
      headings: document.querySelectorAll('h1').length,
      sideways: document.documentElement.scrollWidth > innerWidth + 1,
      title: document.title,
    }
  }, RULES)
}
