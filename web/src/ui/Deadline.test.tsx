import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Clock } from '../api/types'
import { speak } from '../i18n'
import { Deadline, segments } from './Deadline'

const clock: Clock = {
  due: '2026-11-24',
  provisional: false,
  totalDays: 5,
  usedDays: 4,
  leftDays: 1,
  state: 'SOON',
  article: '18.2',
}

afterEach(async () => {
  cleanup()
  await speak('zh-CN')
})

describe('the clock of article 18', () => {
  it('tells the days left, the day and its weekday', () => {
    render(<Deadline clock={clock} />)
    expect(screen.getByText('剩 1 个工作日')).toBeDefined()
    expect(screen.getByText('11月24日（周二）')).toBeDefined()
  })

  it('tells how long it is overdue without a minus sign', () => {
    render(<Deadline clock={{ ...clock, state: 'OVERDUE', leftDays: -2 }} />)
    expect(screen.getByText('已超期 2 个工作日')).toBeDefined()
  })

  it('says that a day is provisional', () => {
    render(<Deadline clock={{ ...clock, due: '2027-01-04', provisional: true }} />)
    expect(
      screen.getByText('1月4日（周一）（暂定）', { normalizer: (it) => it.replace(/\s/g, '') }),
    ).toBeDefined()
  })

  it('counts one day in the singular in English', async () => {
    await speak('en')
    render(<Deadline clock={clock} />)
    expect(screen.getByText('1 working day left')).toBeDefined()
  })

  it('lights one segment per working day used', () => {
    expect(segments({ totalDays: 5, usedDays: 4 })).toEqual({ all: 5, lit: 4 })
    expect(segments({ totalDays: 5, usedDays: 9 })).toEqual({ all: 5, lit: 5 })
    expect(segments({ totalDays: 30, usedDays: 15 })).toEqual({ all: 10, lit: 5 })
    expect(segments({ totalDays: 0, usedDays: 0 })).toEqual({ all: 1, lit: 1 })
  })
})
