import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../ui/format'
import { type Bar, type Chart, MOST_BARS, rangeOf } from './chart'

const ROW = 26
const LABEL = 150
const PLOT = 420
const VALUE = 130

/** Bars with their error bars; the table beside says the same in numbers. */
export function ResultChart({ chart, rows }: { chart: Chart; rows: number }) {
  const { t } = useTranslation()
  const [measure, setMeasure] = useState(chart.measures[0]!.at)
  const bars = chart.bars(measure)
  const [low, high] = rangeOf(bars)
  const place = (value: number) => LABEL + ((value - low) / (high - low)) * PLOT
  return (
    <figure className="chart">
      {chart.measures.length > 1 && (
        <Segmented
          size="small"
          value={measure}
          onChange={setMeasure}
          options={chart.measures.map((it) => ({ value: it.at, label: it.name }))}
        />
      )}
      <svg
        viewBox={`0 0 ${LABEL + PLOT + VALUE} ${bars.length * ROW + 8}`}
        role="img"
        aria-label={t('workspace.chart.label', { n: bars.length })}
      >
        {bars.map((bar, index) => (
          <BarRow key={`${index} ${bar.label}`} bar={bar} y={index * ROW} place={place} />
        ))}
        <line x1={place(0)} x2={place(0)} y1="0" y2={bars.length * ROW} className="chart-zero" />
      </svg>
      <figcaption className="sub">
        {bars.some((bar) => bar.error > 0) && t('workspace.chart.errorBars')}{' '}
        {rows > MOST_BARS && t('workspace.chart.first', { n: MOST_BARS, all: number(rows) })}
      </figcaption>
    </figure>
  )
}

interface BarRowProps {
  bar: Bar
  y: number
  place: (value: number) => number
}

function BarRow({ bar, y, place }: BarRowProps) {
  const { label, value, error } = bar
  const middle = y + ROW / 2
  const [from, to] = [Math.min(place(0), place(value)), Math.max(place(0), place(value))]
  const end = place(value + error)
  return (
    <g>
      <text x={LABEL - 8} y={middle + 4} textAnchor="end" fontSize="12">
        {short(label)}
        <title>{label}</title>
      </text>
      <rect x={from} y={y + 5} width={Math.max(1, to - from)} height={ROW - 10} rx="2" />
      {error > 0 && (
        <path
          className="chart-error"
          d={`M${place(value - error)} ${middle}H${end}M${place(value - error)} ${middle - 5}v10M${end} ${middle - 5}v10`}
        />
      )}
      <text x={Math.max(to, end) + 6} y={middle + 4} fontSize="12" className="num">
        {number(value)}
        {error > 0 && ` ± ${number(+error.toFixed(1))}`}
      </text>
    </g>
  )
}

const LONGEST = 14
const short = (label: string) =>
  label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label
