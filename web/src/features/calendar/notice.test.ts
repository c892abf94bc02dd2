import { describe, expect, it } from 'vitest'
import { readNotice } from './notice'

const problem = (text: string, year = 2027) => {
  const reading = readNotice(text, year)
  return 'problem' in reading ? reading.problem : reading.days
}

describe('a notice of working days', () => {
  const days = [
    { day: '2027-01-01', works: false },
    { day: '2027-01-02', works: true },
  ]

  it('is read from JSON and from CSV alike', () => {
    expect(problem(JSON.stringify(days))).toEqual(days)
    expect(problem('\uFEFFday,works\r\n2027-01-01,0\r\n2027-01-02,1\r\n')).toEqual(days)
    expect(problem('2027-01-01，false\n2027-01-02\ttrue')).toEqual(days)
  })

  it('may begin in the last days of the year before, and not earlier', () => {
    expect(problem('2026-12-31,0')).toEqual([{ day: '2026-12-31', works: false }])
    expect(problem('2026-12-24,0')).toEqual({ code: 'year', at: 1 })
    expect(problem('2027-01-01,0\n2028-01-01,0')).toEqual({ code: 'year', at: 2 })
  })

  it('has only days that exist, each once', () => {
    expect(problem('2027-02-30,0')).toEqual({ code: 'day', at: 1 })
    expect(problem('2027-1-1,0')).toEqual({ code: 'day', at: 1 })
    expect(problem('2027-01-01,0\n2027-01-01,1')).toEqual({ code: 'twice', at: 2 })
  })

  it('makes no weekday a working day, and takes at least one day off', () => {
    expect(problem('2027-01-04,1')).toEqual({ code: 'weekday', at: 1 })
    expect(problem('2027-01-02,1')).toEqual({ code: 'noneOff' })
  })

  it('is refused when it is empty or not understood', () => {
    expect(problem('  ')).toEqual({ code: 'empty' })
    expect(problem('day,works')).toEqual({ code: 'empty' })
    expect(problem('[{"day":')).toEqual({ code: 'json' })
    expect(problem('[null]')).toEqual({ code: 'entry', at: 1 })
    expect(problem('2027-01-01,maybe')).toEqual({ code: 'entry', at: 1 })
    expect(problem('2027-01-01,0,x')).toEqual({ code: 'entry', at: 1 })
  })
})
