// A browser for the tests: Debian's chromium, or what MINGQU_CHROMIUM names.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A fresh profile each time; close it in `finally`. */
export function open(options = {}) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'mingqu-web-'))
  return chromium.launchPersistentContext(profile, {
    executablePath: process.env.MINGQU_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    args: ARGUMENTS,
    ...options,
  })
}

export const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }
