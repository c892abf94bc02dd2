// Pictures of every page with invented data, to be looked at: `node scripts/screens.mjs [names]` writes to screens/.
// Needs a build with the mock: VITE_MOCK=1 OUTDIR=dist-mock npm run build
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { launch, SIZES } from '../e2e/browser.mjs'

const PORT = 4173
const BASE = `http://127.0.0.1:${PORT}`
const OUT = process.env.OUT ?? 'screens'
const only = process.argv[2]?.split(',')

const run = async (page) => {
  await page.keyboard.press('Control+Enter')
  await page.click('.wb-top .ant-btn-primary')
  await page.waitForSelector('.result')
}
const lane = (name) => async (page) => {
  await page.click(`.wb-top .ant-segmented-item:has-text("${name}")`)
  await page.waitForTimeout(900)
}

const PAGES = [
  ['login', '/login?as=nobody'],
  ['setup', '/setup?as=nobody&empty=1'],
  ['catalogue', '/catalogue?as=nobody&empty=0'],
  ['catalogue-resource', '/catalogue/r2', { full: true }],
  ['account-new', '/me?as=new'],
  ['tasks', '/tasks?as=shuju'],
  ['cases', '/cases?as=shuju'],
  ['case', '/cases/case-1?as=shuju', { full: true }],
  ['case-source', '/cases/case-1?as=shuiwu', { full: true }],
  ['apply', '/applications/draft?as=kangning', { full: true }],
  [
    'apply-data',
    '/applications/draft?as=kangning',
    { full: true, act: (p) => p.click('.tlist li:nth-child(2) button') },
  ],
  [
    'apply-check',
    '/applications/draft?as=kangning',
    { full: true, act: (p) => p.click('.tlist li:nth-child(3) button') },
  ],
  ['agreement', '/agreements/g1?as=shuju'],
  ['agreements', '/agreements?as=shuju'],
  ['resources', '/resources?as=zhujian'],
  ['resource', '/resources/r4?as=zhujian'],
  ['load', '/loads/l1?as=zhujian', { full: true }],
  ['load-reading', '/loads/l3?as=zhujian'],
  ['batches', '/catalogue-batches?as=shuju'],
  ['workspaces', '/workspaces?as=kangning'],
  [
    'workbench',
    '/workspaces/w1?as=kangning',
    {
      act: async (p) => {
        await lane('即时统计')(p)
        await run(p)
      },
    },
  ],
  [
    'workbench-dark',
    '/workspaces/w1?as=kangning&theme=dark',
    {
      act: async (p) => {
        await lane('即时统计')(p)
        await run(p)
      },
    },
  ],
  ['workspace-authority', '/workspaces/w1?as=shuju&theme=light', { full: true }],
  ['releases', '/releases?as=shuju'],
  ['release', '/releases/x1?as=shuju', { full: true }],
  ['evidence', '/evidence?case=case-1&as=shuju'],
  ['evidence-entry', '/evidence/e1?as=shuju'],
  ['people', '/people?as=xitong'],
  ['procedure', '/procedures/AUTHORISATION?as=shuju', { full: true }],
  ['not-found', '/nothing'],
  ['tasks-dark', '/tasks?as=shuju&theme=dark'],
  ['case-dark', '/cases/case-1?as=shuiwu&theme=dark', { full: true }],
  ['tasks-en', '/tasks?as=shuju&theme=light&lang=en'],
  ['case-en', '/cases/case-1?as=shuiwu&lang=en', { full: true }],
  ['tasks-phone', '/tasks?as=shuju&lang=zh-CN', { size: SIZES.phone }],
  ['case-phone', '/cases/case-1?as=shuiwu', { size: SIZES.phone }],
  ['catalogue-phone', '/catalogue?as=nobody', { size: SIZES.phone }],
  ['login-phone', '/login?as=nobody', { size: SIZES.phone }],
]

const server = spawn(
  process.execPath,
  [
    'node_modules/vite/bin/vite.js',
    'preview',
    '--outDir',
    'dist-mock',
    '--port',
    String(PORT),
    '--strictPort',
    '--host',
    '127.0.0.1',
  ],
  { stdio: 'ignore' },
)
const browser = await launch()
const context = await browser.newContext({
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  baseURL: BASE,
})
try {
  await answers()
  fs.mkdirSync(OUT, { recursive: true })
  for (const [name, address, options = {}] of PAGES) {
    if (!only || only.includes(name)) await shoot(name, address, options)
  }
} finally {
  await browser.close()
  server.kill()
}

async function answers() {
  for (let tries = 0; tries < 80; tries++) {
    const ready = await fetch(BASE).then(
      () => true,
      () => false,
    )
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`nothing answers at ${BASE}`)
}

async function shoot(name, address, { size = SIZES.desk, full, act }) {
  const page = await context.newPage()
  const said = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text().slice(0, 300))
  })
  page.on('pageerror', (error) => said.push(`error: ${error.message}`))
  await page.setViewportSize(size)
  await page.goto(BASE + address)
  await page.waitForSelector('h1')
  await page.waitForTimeout(700)
  if (act) await act(page)
  await page.waitForTimeout(400)
  if (full) {
    const height = await page.evaluate(() => {
      const scrolling = document.querySelector('.portal') ?? document.querySelector('main')
      return scrolling.scrollHeight + 90
    })
    await page.setViewportSize({ ...size, height: Math.min(2600, Math.max(size.height, height)) })
    await page.waitForTimeout(300)
  }
  await page.screenshot({ path: `${OUT}/${name}.png` })
  console.log(name, said.length ? said : 'ok')
  await page.close()
}
