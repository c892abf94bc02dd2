import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'
import { periodOf } from './period'

const t = ((key: string, values: object) => `${key} ${JSON.stringify(values)}`) as TFunction

it('tells a month, a quarter and a year apart', () => {
  expect(periodOf({ from: '2026-02-01', until: '2026-02-28' }, t)).toBe(
    'supervision.period.month {"year":2026,"month":2}',
  )
  expect(periodOf({ from: '2026-10-01', until: '2026-12-31' }, t)).toBe(
    'supervision.period.quarter {"year":2026,"quarter":4}',
  )
  expect(periodOf({ from: '2025-01-01', until: '2025-12-31' }, t)).toBe(
    'supervision.period.year {"year":2025}',
  )
})
