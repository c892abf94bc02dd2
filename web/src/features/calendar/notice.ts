import type { NoticeDay } from '../../api/types'

/** What is wrong with a notice as it was pasted; `at` counts its entries from one. */
export interface NoticeProblem {
  code: 'empty' | 'json' | 'entry' | 'day' | 'year' | 'twice' | 'weekday' | 'noneOff'
  at?: number
}

export type Reading = { days: NoticeDay[] } | { problem: NoticeProblem }

type Entry = { day: string; works: boolean } | undefined

const DAY_MS = 86_400_000
/** A holiday may begin in the last days of the year before; the server allows as many. */
const DAYS_BEFORE = 7
const WORKS: Record<string, boolean> = { '0': false, '1': true, false: false, true: true }

/** Reads what was pasted: a JSON list of days, or two columns of CSV. */
export function readNotice(text: string, year: number): Reading {
  const entries = text.trim().startsWith('[') ? fromJson(text) : fromCsv(text)
  if (!entries) return { problem: { code: 'json' } }
  if (entries.length === 0) return { problem: { code: 'empty' } }
  const seen = new Set<string>()
  const days: NoticeDay[] = []
  for (const [index, entry] of entries.entries()) {
    const code = entry ? wrongWith(entry, year, seen) : 'entry'
    if (code) return { problem: { code, at: index + 1 } }
    seen.add(entry!.day)
    days.push(entry!)
  }
  return days.some((it) => !it.works) ? { days } : { problem: { code: 'noneOff' } }
}

function wrongWith(
  { day, works }: NoticeDay,
  year: number,
  seen: Set<string>,
): NoticeProblem['code'] | undefined {
  const date = dateOf(day)
  if (!date) return 'day'
  const later = new Date(date.getTime() + DAYS_BEFORE * DAY_MS)
  if (date.getUTCFullYear() !== year && later.getUTCFullYear() !== year) return 'year'
  if (seen.has(day)) return 'twice'
  const weekday = date.getUTCDay() % 6 !== 0
  return works && weekday ? 'weekday' : undefined
}

/** A day that exists: `2027-02-30` is none. */
function dateOf(day: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? date : undefined
}

function fromJson(text: string): Entry[] | undefined {
  try {
    return (JSON.parse(text) as unknown[]).map((it) => {
      const { day, works } = (it ?? {}) as Partial<NoticeDay>
      return typeof day === 'string' && typeof works === 'boolean' ? { day, works } : undefined
    })
  } catch {
    return undefined
  }
}

function fromCsv(text: string): Entry[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  const body = /\d/.test(lines[0] ?? '') ? lines : lines.slice(1)
  return body.map((line) => {
    const [day = '', works = '', ...more] = line.split(/[,，\t]/).map((cell) => cell.trim())
    const known = WORKS[works.toLowerCase()]
    return known === undefined || more.length > 0 ? undefined : { day, works: known }
  })
}
