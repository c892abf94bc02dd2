import { useTranslation } from 'react-i18next'
import type { MonthLine } from '../../api/types'

const WIDTH = 560
const HEIGHT = 210
const LEFT = 30
const BOTTOM = 34
const TOP = 16

/** What fell due in each month: how much of it was done in time, and how much was not. */
export function MonthChart({ months }: { months: MonthLine[] }) {
  const { t } = useTranslation()
  const most = Math.max(1, ...months.map((it) => it.due))
  const step = (WIDTH - LEFT) / months.length
  const tall = (n: number) => (n / most) * (HEIGHT - BOTTOM - TOP)
  const label = months
    .map((it) => t('supervision.monthText', { month: it.month, n: it.inTime, all: it.due }))
    .join(' ')
  return (
    <figure className="months">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        <line x1={LEFT} x2={WIDTH} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
        {months.map((it, index) => {
          const x = LEFT + index * step + step * 0.2
          const width = step * 0.6
          const base = HEIGHT - BOTTOM
          return (
            <g key={it.month}>
              <title>
                {t('supervision.monthText', { month: it.month, n: it.inTime, all: it.due })}
              </title>
              <rect
                className="in-time"
                x={x}
                width={width}
                y={base - tall(it.inTime)}
                height={tall(it.inTime)}
              />
              <rect
                className="not-in-time"
                x={x}
                width={width}
                y={base - tall(it.due)}
                height={tall(it.due - it.inTime)}
              />
              {it.due > 0 && (
                <text x={x + width / 2} y={base - tall(it.due) - 4} textAnchor="middle">
                  {it.inTime === it.due ? it.due : `${it.inTime}/${it.due}`}
                </text>
              )}
              <text x={x + width / 2} y={base + 18} textAnchor="middle">
                {Number(it.month.slice(5))}
              </text>
            </g>
          )
        })}
      </svg>
      <figcaption className="sub">
        <i className="key in-time" /> {t('supervision.inTime')} <i className="key not-in-time" />{' '}
        {t('supervision.notInTime')}
      </figcaption>
    </figure>
  )
}
