import { Timeline as AntTimeline } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Act } from '../../api/types'
import { word } from '../../i18n'
import { article, moment } from '../../ui/format'

const COLOURS: [RegExp, string][] = [
  [/RETURN|REMIND/, 'orange'],
  [/REFUSE|REJECT|SUSPEND|TERMINATE/, 'red'],
  [/FORWARD|ASSESS|CONSENT|APPROVE|SIGN|SUBMIT/, 'green'],
]

/** What happened, newest first, each act with its article and its evidence. */
export function Timeline({ acts }: { acts: Act[] }) {
  const { t } = useTranslation()
  const newestFirst = [...acts].sort((a, b) => b.at.localeCompare(a.at))
  return (
    <AntTimeline
      items={newestFirst.map((act) => ({
        color: COLOURS.find(([pattern]) => pattern.test(act.step))?.[1] ?? 'gray',
        content: (
          <div className="ev">
            <div>
              <time dateTime={act.at}>{moment(act.at)}</time>
              <b>{act.person}</b> <span className="sub">{act.organisation}</span>{' '}
              <span>{word('work.step', act.step)}</span>
            </div>
            {act.opinion && <blockquote>{act.opinion}</blockquote>}
            <div className="sub">
              {article(act.article)}{' '}
              {act.evidence && (
                <Link to={`/evidence/${act.evidence}`}>{t('work.evidenceOfAct')}</Link>
              )}
            </div>
          </div>
        ),
      }))}
    />
  )
}
