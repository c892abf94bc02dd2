// Pictures of every page that somebody sees, to be looked at: MINGQU_URL=… node scripts/screens.mjs PEOPLE [WAY] [LANGUAGE] [PAGES]
// PEOPLE: usernames of the demonstration, or nobody; WAY: desk-light, desk-dark, phone-light, phone-dark; PAGES: a regular expression.
// Tells of pages that scroll sideways, of words that are no words, and in English of what is still Chinese.
import fs from 'node:fs'
import { ask, launch, person, SIZES, signIn } from '../e2e/browser.mjs'

const [people, way = 'desk-light', language = 'zh-CN', pages = '.'] = process.argv.slice(2)
const [size, theme] = way.split('-')
const OUT = process.env.OUT ?? 'screens'
const HIGHEST = 2600
const EACH = 3

const LISTS = [
  'cases',
  'agreements',
  'workspaces',
  'releases',
  'evidence',
  'resources',
  'duties',
  'rectifications',
]
const ODD = /\b[a-z]+\.[a-z]+\.[A-Za-z_.]+\b|undefined|NaN|\[object|Invalid/g

fs.mkdirSync(OUT, { recursive: true })
const browser = await launch()
try {
  for (const username of (people ?? 'nobody').split(',')) await walk(username)
} finally {
  await browser.close()
}

async function walk(username) {
  const { context, page, faults } = await person(browser, { size: SIZES[size], theme })
  await context.addInitScript((name) => localStorage.setItem('language', name), language)
  if (username !== 'nobody') await signIn(page, username)
  for (const route of await routesOf(page, username)) {
    if (!new RegExp(pages).test(route.name)) continue
    await page.goto(route.path)
    await page.waitForSelector('h1')
    await shoot(page, `${username}-${route.name}-${way}-${language}`)
  }
  if (faults.length > 0) console.log(username, faults)
  await context.close()
}

async function routesOf(page, username) {
  await page.goto('/catalogue')
  const entries = await first(page, 'catalogue')
  if (username === 'nobody') {
    return [...['login', 'catalogue', 'disclosures', 'measures', 'nothing'].map(plain), ...entries]
  }
  await page.goto('/')
  await page.waitForSelector('h1')
  const menu = [
    'tasks',
    'catalogue',
    'procedures',
    'people',
    'catalogue-batches',
    'supervision',
    'duty-rules',
    'credit-records',
    'me',
  ]
  const details = await Promise.all(LISTS.map((list) => first(page, list)))
  return [...menu, ...LISTS].map(plain).concat(entries, ...details)
}

function plain(name) {
  return { name, path: `/${name}` }
}

async function first(page, list) {
  const found = await ask(page, `/api/${list}`)
  const items = (Array.isArray(found) ? found : found?.items) ?? []
  return items
    .slice(0, EACH)
    .map(({ id }, index) => ({ name: `${list}-${index}`, path: `/${list}/${id}` }))
}

async function shoot(page, name) {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(400)
  const usual = SIZES[size]
  const height = await page.evaluate(() => {
    const scrolling = document.querySelector('.portal, main') ?? document.body
    return scrolling.scrollHeight + 60
  })
  await page.setViewportSize({
    ...usual,
    height: Math.min(HIGHEST, Math.max(usual.height, height)),
  })
  await page.waitForTimeout(150)
  await page.screenshot({ path: `${OUT}/${name}.png` })
  await page.setViewportSize(usual)
  const { text, sideways } = await page.evaluate(() => ({
    text: document.body.innerText,
    sideways: document.documentElement.scrollWidth > innerWidth + 1,
  }))
  console.log(name, sideways ? 'SIDEWAYS' : '', ...new Set(text.match(ODD) ?? []))
  if (language === 'en') {
    const chinese = text.split('\n').filter((line) => /[\u4e00-\u9fff]/.test(line))
    console.log('  ', [...new Set(chinese)].slice(0, 20).join(' | '))
  }
}
