import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Alert, Button, Input, Radio, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { work } from '../../api/calls'
import { incidents } from '../../api/incidents'
import type { Incident, IncidentStep } from '../../api/types'
import i18n, { word } from '../../i18n'
import { article, moment, number } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'
import { Stage } from '../../ui/stages'
import { useDraft } from '../../ui/useDraft'
import { Hours } from './Hours'

/** Some steps are called otherwise than in other procedures. */
const stepWord = (step: string) =>
  i18n.t(`incidents.step.${step}`, { defaultValue: word('work.step', step) })

/** One incident: the hours, what happened, what was done, what one may do now. */
export default function IncidentPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const incident = useSuspenseQuery({
    queryKey: ['incidents', id],
    queryFn: () => incidents.read(id),
  }).data
  return (
    <Page
      title={incident.title}
      mark={
        <>
          <Stage stage={incident.stage} kind="INCIDENT" />{' '}
          <Tag>{t(incident.drill ? 'incidents.drill' : 'incidents.real')}</Tag>
        </>
      }
      sub={
        <p className="meta">
          <code>{incident.number}</code>
          <span>{t(`incidents.kind.${incident.kind}`)}</span>
          <span>{incident.reporter.name}</span>
          <Link to={`/cases/${incident.caseId}`}>{t('incidents.case')}</Link>
        </p>
      }
    >
      {incident.stopped > 0 && (
        <Alert
          type="warning"
          showIcon
          className="problem"
          title={t('incidents.stopped', { n: incident.stopped })}
        />
      )}
      <div className="cols">
        <div className="col-m">
          <Facts incident={incident} />
          <History incident={incident} />
        </div>
        <aside className="col-s">
          {incident.open.length > 0 && (
            <Moves key={`${incident.id} ${incident.version}`} incident={incident} />
          )}
        </aside>
      </div>
    </Page>
  )
}

function Facts({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const { harm } = incident
  return (
    <section className="card">
      <dl className="kv">
        <div>
          <dt>{t('incidents.levelLabel')}</dt>
          <dd>{t(`incidents.level.${incident.level}`)}</dd>
        </div>
        <div>
          <dt>{t('incidents.aware')}</dt>
          <dd>{moment(incident.awareAt)}</dd>
        </div>
        <div>
          <dt>{t('incidents.due')}</dt>
          <dd>
            <Hours incident={incident} />
          </dd>
        </div>
        <div>
          <dt>{t('incidents.people')}</dt>
          <dd>{number(harm.people)}</dd>
        </div>
        <div>
          <dt>{t('incidents.loss')}</dt>
          <dd>{number(harm.loss)}</dd>
        </div>
        <div className="wide">
          <dt>{t('incidents.text')}</dt>
          <dd className="prose">{incident.text}</dd>
        </div>
      </dl>
    </section>
  )
}

function History({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const file = useSuspenseQuery({
    queryKey: ['case', incident.caseId],
    queryFn: () => work.case(incident.caseId),
  }).data
  return (
    <section className="card">
      <h2 className="h">{t('work.timeline')}</h2>
      <ul className="plainlist">
        {file.acts.map((act) => (
          <li key={`${act.at} ${act.step}`}>
            <span className="num">{moment(act.at)}</span> <b>{stepWord(act.step)}</b>{' '}
            {act.organisation} {act.person} <span className="sub">{article(act.article)}</span>
            {act.opinion && <p className="prose">{act.opinion}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Moves({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [step, setStep] = useState(incident.open[0]!.step)
  const [account, setAccount, forget] = useDraft(`incident:${incident.id}`, '')
  const move = useMutation({
    mutationFn: () =>
      incidents.move(incident.id, {
        version: incident.version,
        step: step as IncidentStep,
        opinion: account,
      }),
    onSuccess: (after) => {
      forget()
      queries.setQueryData(['incidents', incident.id], after)
      for (const key of ['case', 'tasks', 'cases']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
    },
  })
  return (
    <section className="card decide" aria-labelledby="my-move">
      <h2 className="h" id="my-move">
        {t('incidents.myMove')}
      </h2>
      <Radio.Group
        className="moves"
        value={step}
        onChange={(event) => setStep(event.target.value)}
        options={incident.open.map((it) => ({ value: it.step, label: stepWord(it.step) }))}
      />
      <Input.TextArea
        aria-label={t('incidents.account')}
        placeholder={t('incidents.account')}
        rows={4}
        maxLength={4000}
        value={account}
        onChange={(event) => setAccount(event.target.value)}
      />
      <ProblemAlert error={move.error} />
      <Button
        block
        type="primary"
        disabled={!account.trim()}
        loading={move.isPending}
        onClick={() => move.mutate()}
      >
        {stepWord(step)}
      </Button>
    </section>
  )
}
