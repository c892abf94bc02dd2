import type { RunResult } from '../../api/types'

/** One bar: what it counts, how much, and how far the noise may have moved it (half of the error bar). */
export interface Bar {
  label: string
  value: number
  error: number
}

export interface Chart {
  measures: { name: string; at: number }[]
  bars: (measure: number) => Bar[]
}

const NUMBERS = ['INTEGER', 'DECIMAL', 'DOUBLE', 'BIGINT']
/** More bars than this say nothing that the table does not say better. */
export const MOST_BARS = 40

/** A result as a bar chart: what is grouped by names the bars, each number can be drawn. Null when nothing can be. */
export function chartOf(result: RunResult): Chart | null {
  const columns = result.columns.map(({ name, kind, type }, at) => ({ name, kind, type, at }))
  const measures = columns.filter((it) => it.kind !== 'KEY' && NUMBERS.includes(it.type))
  const names = columns.filter((it) => it.kind === 'KEY')
  if (measures.length === 0 || names.length === 0 || result.rows.length < 2) return null
  return {
    measures: measures.map(({ name, at }) => ({ name, at })),
    bars: (measure) =>
      result.rows.slice(0, MOST_BARS).flatMap((row, index) => {
        const value = row[measure]
        if (typeof value !== 'number') return []
        const label = names.map((it) => String(row[it.at] ?? '—')).join(' ')
        return [{ label, value, error: result.errorBars?.[index]?.[measure] ?? 0 }]
      }),
  }
}

/** From and to of the axis: holds zero, every value and its error bar. */
export function rangeOf(bars: Bar[]): [number, number] {
  const low = Math.min(0, ...bars.map((bar) => bar.value - bar.error))
  const high = Math.max(0, ...bars.map((bar) => bar.value + bar.error))
  return low === high ? [0, 1] : [low, high]
}
