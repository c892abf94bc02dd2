import { useSuspenseQuery } from '@tanstack/react-query'
import { Alert, Breadcrumb, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { Candidacy } from '../../api/types'
import { article, date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'
import { AnswersForm } from './AnswersForm'
import { CandidacyCheck } from './CandidacyCheck'
import { Opinions } from './Opinions'
import { candidacyQuery } from './queries'
import { Scoring } from './Scoring'

/** An application to become operator, for the one who files it and for those who look at it. */
export default function CandidacyPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const candidacy = useSuspenseQuery(candidacyQuery(id)).data
  const files = candidacy.open.some((move) => move.step === 'FILE')
  return (
    <Page
      className="case"
      title={candidacy.organisation.name}
      mark={<Stage stage={candidacy.stage} kind="CANDIDACY" />}
      above={
        <Breadcrumb
          items={[
            { title: <Link to={`/notices/${candidacy.notice.id}`}>{candidacy.notice.title}</Link> },
            { title: candidacy.number },
          ]}
        />
      }
      sub={
        <p className="meta">
          <code>{candidacy.number}</code>
          <span>
            {t('selection.window', {
              from: date(candidacy.notice.opensOn),
              until: date(candidacy.notice.closesOn),
            })}
          </span>
        </p>
      }
      actions={<ToCase candidacy={candidacy} />}
    >
      <Defects candidacy={candidacy} />
      <div className="cols">
        <div className="col-m">
          {files ? (
            <AnswersForm key={candidacy.version} candidacy={candidacy} />
          ) : (
            <Answers candidacy={candidacy} />
          )}
        </div>
        <aside className="col-s">
          <CandidacyCheck key={candidacy.version} candidacy={candidacy} />
          <Scoring key={candidacy.round} candidacy={candidacy} />
          <Opinions candidacy={candidacy} />
        </aside>
      </div>
    </Page>
  )
}

function ToCase({ candidacy }: { candidacy: Candidacy }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <Button onClick={() => void navigate(`/cases/${candidacy.caseId}`)}>
      {t('agreement.toCase')}
    </Button>
  )
}

function Defects({ candidacy }: { candidacy: Candidacy }) {
  const { t } = useTranslation()
  const defects = Object.entries(candidacy.defects)
  if (defects.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      className="problem"
      title={t('selection.defects')}
      description={
        <ul>
          {defects.map(([requirement, text]) => (
            <li key={requirement}>
              <b>{t(`selection.short.${requirement}`)}</b> {text}
            </li>
          ))}
        </ul>
      }
    />
  )
}

function Answers({ candidacy }: { candidacy: Candidacy }) {
  const { t } = useTranslation()
  return (
    <section className="card" aria-labelledby="answers">
      <h2 className="h" id="answers">
        {t('selection.requirements')} <small>{article('9')}</small>
      </h2>
      <dl className="heads">
        {candidacy.notice.requirements.map((requirement) => {
          const answer = candidacy.answers[requirement]
          return (
            <div key={requirement}>
              <dt>{t(`selection.requirement.${requirement}`)}</dt>
              <dd>
                {answer?.text || t('common.none')}
                {answer?.validUntil && (
                  <div className="sub">
                    {t('selection.validUntil', { day: date(answer.validUntil) })}
                  </div>
                )}
                {answer?.documents.map((document, index) => (
                  <div key={document}>
                    <a href={`/api/documents/${document}`} download>
                      {t('selection.document', { n: index + 1 })}
                    </a>
                  </div>
                ))}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
