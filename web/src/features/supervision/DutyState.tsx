import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DutyLine } from '../../api/types'
import { word } from '../../i18n'
import { article } from '../../ui/format'
import { State, type Tone } from '../../ui/State'
import { periodOf } from './period'

const TONES: Record<DutyLine['state'], Tone> = {
  OPEN: 'mute',
  SOON: 'warn',
  OVERDUE: 'err',
  RETURNED: 'warn',
  SUBMITTED: 'wait',
  WAITING_LONG: 'warn',
  DONE: 'ok',
  DONE_LATE: 'mute',
}

export function DutyState({ state }: { state: DutyLine['state'] }) {
  return <State tone={TONES[state]}>{word('supervision.state', state)}</State>
}

/** What is owed for which period, by which article. */
export function DutyName({ line }: { line: DutyLine }) {
  const { t } = useTranslation()
  return (
    <div className="t-title">
      <Link to={`/duties/${line.id}`}>{word('supervision.code', line.code)}</Link>
      <div className="sub">
        <span className="num">{periodOf(line, t)}</span>
        {line.about && <span>{line.about.name}</span>}
        <span>{article(line.article)}</span>
      </div>
    </div>
  )
}
