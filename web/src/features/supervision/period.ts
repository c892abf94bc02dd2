import type { TFunction } from 'i18next'
import type { DutyLine } from '../../api/types'

/** The period of a duty in words: a month, a quarter or a year. */
export function periodOf(line: Pick<DutyLine, 'from' | 'until'>, t: TFunction): string {
  const [year, month] = line.from.split('-').map(Number) as [number, number]
  const last = Number(line.until.split('-')[1])
  if (month === last) return t('supervision.period.month', { year, month })
  if (last - month === 2)
    return t('supervision.period.quarter', { year, quarter: Math.ceil(last / 3) })
  return t('supervision.period.year', { year })
}
