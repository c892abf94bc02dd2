import { useSuspenseQuery } from '@tanstack/react-query'
import { Breadcrumb, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { duties } from '../../api/supervision'
import type { Duty } from '../../api/types'
import { word } from '../../i18n'
import { article, date, day } from '../../ui/format'
import { Page } from '../../ui/Page'
import { DutyFacts } from './DutyFacts'
import { DutyMoves } from './DutyMoves'
import { DutyState } from './DutyState'
import { periodOf } from './period'
import { RuleText } from './RuleText'

/** One duty: what the rule asks, what the record says, what was submitted, what may be done now. */
export default function DutyPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const duty = useSuspenseQuery({ queryKey: ['duty', id], queryFn: () => duties.read(id) }).data
  const { line } = duty
  const title = word('supervision.code', line.code)
  return (
    <Page
      className="case"
      title={title}
      mark={<DutyState state={line.state} />}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/duties">{t('menu.duties')}</Link> },
            { title: periodOf(line, t) },
          ]}
        />
      }
      sub={
        <p className="meta">
          <span>{line.owner.name}</span>
          {line.about && <span>{t('supervision.about', { who: line.about.name })}</span>}
          <span className="num">{t('supervision.by', { day: day(line.due) })}</span>
          <span>{article(line.article)}</span>
        </p>
      }
      actions={
        <Button onClick={() => void navigate(`/cases/${line.caseId}`)}>
          {t('agreement.toCase')}
        </Button>
      }
    >
      <div className="cols">
        <div className="col-m">
          <section className="card" aria-labelledby="duty-rule">
            <h2 className="h" id="duty-rule">
              {t('supervision.whatIsAsked')} <small>{article(line.article)}</small>
            </h2>
            <RuleText rule={duty.rule} />
          </section>
          {duty.facts && <DutyFacts facts={duty.facts} frozen={duty.frozen} />}
          {line.submittedOn && <Submitted duty={duty} />}
        </div>
        <aside className="col-s">
          <DutyMoves key={duty.version} duty={duty} />
        </aside>
      </div>
    </Page>
  )
}

function Submitted({ duty }: { duty: Duty }) {
  const { t } = useTranslation()
  return (
    <section className="card" aria-labelledby="duty-form">
      <h2 className="h" id="duty-form">
        {t('supervision.submitted')}{' '}
        <small>{duty.line.submittedOn && date(duty.line.submittedOn)}</small>
      </h2>
      <dl className="stack-list">
        {duty.rule.fields.map((key) => (
          <div key={key}>
            <dt>{word('supervision.field', key)}</dt>
            <dd className="prose">{duty.form[key] ?? t('common.notGiven')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
