import { describe, expect, it } from 'vitest'
import type { RunResult } from '../../api/types'
import { chartOf, rangeOf } from './chart'

const result: RunResult = {
  columns: [
    { name: 'street', type: 'TEXT', kind: 'KEY' },
    { name: 'homes', type: 'INTEGER', kind: 'COUNT' },
  ],
  rows: [
    ['玉塘', 40],
    ['新湖', -3],
    ['公明', null],
  ],
  errorBars: [
    [0, 12],
    [0, 12],
    [0, 12],
  ],
  suppressed: 0,
  total: 3,
}

describe('the chart of a result', () => {
  it('names bars by what is grouped by, and leaves out what is hidden', () => {
    const chart = chartOf(result)!
    expect(chart.measures).toEqual([{ name: 'homes', at: 1 }])
    expect(chart.bars(1)).toEqual([
      { label: '玉塘', value: 40, error: 12 },
      { label: '新湖', value: -3, error: 12 },
    ])
  })

  it('has an axis that holds zero and every error bar, below zero as well', () => {
    expect(rangeOf(chartOf(result)!.bars(1))).toEqual([-15, 52])
    expect(rangeOf([])).toEqual([0, 1])
  })

  it('is not drawn of a single number, nor of names alone', () => {
    expect(chartOf({ ...result, rows: [['玉塘', 40]] })).toBeNull()
    expect(chartOf({ ...result, columns: [result.columns[0]!] })).toBeNull()
  })
})
