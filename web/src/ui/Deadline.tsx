import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleFilled,
  PauseCircleOutlined,
  WarningFilled,
} from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { Clock } from '../api/types'
import { article, day } from './format'

const ICONS = {
  NORMAL: ClockCircleOutlined,
  SOON: WarningFilled,
  TODAY: WarningFilled,
  OVERDUE: ExclamationCircleFilled,
  PAUSED: PauseCircleOutlined,
  DONE: CheckCircleOutlined,
}

const MOST_SEGMENTS = 10

/** How many of the bar's segments are lit, one segment per working day up to ten. */
export function segments(clock: Pick<Clock, 'totalDays' | 'usedDays'>): {
  all: number
  lit: number
} {
  const all = Math.max(1, Math.min(clock.totalDays, MOST_SEGMENTS))
  const share = clock.totalDays > 0 ? clock.usedDays / clock.totalDays : 1
  return { all, lit: Math.min(all, Math.max(0, Math.round(share * all))) }
}

/** The key and number of the sentence that tells how much time is left. */
export function sentence(clock: Pick<Clock, 'state' | 'leftDays'>): { key: string; n: number } {
  const key = clock.state === 'SOON' ? 'NORMAL' : clock.state
  return { key: `work.clock.${key}`, n: Math.abs(clock.leftDays) }
}

/** The time a step has, in working days as the server counts them. */
export function Deadline({ clock, compact }: { clock: Clock; compact?: boolean }) {
  const { t } = useTranslation()
  const Icon = ICONS[clock.state]
  const { all, lit } = segments(clock)
  const { key, n } = sentence(clock)
  return (
    <div
      className={`dl dl-${clock.state.toLowerCase()}`}
      title={t('work.clock.basis', { article: article(clock.article), days: clock.totalDays })}
    >
      <div className="dl-t">
        <Icon aria-hidden /> {t(key, { n, count: n })}
      </div>
      <div
        className="dl-bar"
        role="img"
        aria-label={t('work.clock.used', { total: clock.totalDays, used: clock.usedDays })}
      >
        {Array.from({ length: all }, (_, index) => (
          <i key={index} className={index < lit ? 'on' : ''} />
        ))}
      </div>
      {!compact && clock.restsOn && (
        <div className="dl-d">
          {t('work.clock.pausedFor', { day: day(clock.restsOn), matter: clock.restsFor })}
        </div>
      )}
      {!compact && (
        <div
          className="dl-d"
          title={clock.provisional ? t('work.clock.provisionalText') : undefined}
        >
          {day(clock.due)}
          {clock.provisional && ` ${t('work.clock.provisional')}`}
        </div>
      )}
    </div>
  )
}
