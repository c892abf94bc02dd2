import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Alert, Breadcrumb, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { cityRequests } from '../../api/coordination'
import { useIs } from '../../api/session'
import type { CityMove, CityRequest } from '../../api/types'
import { word } from '../../i18n'
import { date, moment } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'
import { Stage } from '../../ui/stages'
import { useDraft } from '../../ui/useDraft'

/** The authority's own steps; all others are the city's, and carry the number of its letter. */
const OWN = ['SUPPLY', 'WITHDRAW']

/** One request to the city: what is asked, what was answered, whose clock rests. */
export default function CityRequestPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const request = useSuspenseQuery({
    queryKey: ['city-requests', id],
    queryFn: () => cityRequests.read(id),
  }).data
  return (
    <Page
      title={request.title}
      mark={<Stage stage={request.stage} kind="CITY_REQUEST" />}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/city-requests">{t('menu.cityRequests')}</Link> },
            { title: request.number },
          ]}
        />
      }
      sub={
        <p className="meta">
          <code>{request.number}</code>
          <span>{t(`coordination.reach.${request.reach}`)}</span>
          <Link to={`/cases/${request.origin.id}`}>
            {t('coordination.origin')} {request.origin.number}
          </Link>
          <Link to={`/cases/${request.caseId}`}>{t('coordination.case')}</Link>
        </p>
      }
    >
      {request.late && (
        <Alert type="warning" showIcon className="problem" title={t('coordination.late')} />
      )}
      {request.rests && (
        <Alert
          type="info"
          showIcon
          className="problem"
          title={t('coordination.rests', {
            who: request.department?.name ?? t('coordination.own'),
          })}
        />
      )}
      <div className="cols">
        <div className="col-m">
          <Asked request={request} />
          <Answers request={request} />
        </div>
        <aside className="col-s">
          {request.open.length > 0 && (
            <Moves key={`${request.id} ${request.version}`} request={request} />
          )}
        </aside>
      </div>
    </Page>
  )
}

function Asked({ request }: { request: CityRequest }) {
  const { t } = useTranslation()
  return (
    <section className="card">
      <dl className="kv">
        <div>
          <dt>{t('coordination.sentOn')}</dt>
          <dd className="num">{date(request.sentOn)}</dd>
        </div>
        <div>
          <dt>{t('coordination.due')}</dt>
          <dd className="num">{date(request.due)}</dd>
        </div>
        <div className="wide">
          <dt>{t('coordination.what')}</dt>
          <dd className="prose">{request.what}</dd>
        </div>
        <div className="wide">
          <dt>{t('coordination.why')}</dt>
          <dd className="prose">{request.why}</dd>
        </div>
      </dl>
    </section>
  )
}

function Answers({ request }: { request: CityRequest }) {
  const { t } = useTranslation()
  return (
    <section className="card">
      <h2 className="h">{t('coordination.answers')}</h2>
      {request.answers.length === 0 && <p className="sub">{t('coordination.noAnswer')}</p>}
      <ul className="plainlist">
        {request.answers.map((it) => (
          <li key={it.reference}>
            <span className="num">{moment(it.at)}</span> <b>{t(`coordination.kind.${it.kind}`)}</b>{' '}
            <code>{it.reference}</code> <span className="sub">{it.by}</span>
            {it.text && <p className="prose">{it.text}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Moves({ request }: { request: CityRequest }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const authority = useIs('AUTHORITY')
  const [step, setStep] = useState(request.open[0]!.step)
  const [reference, setReference] = useState('')
  const [account, setAccount, forget] = useDraft(`city-request:${request.id}`, '')
  const open = request.open.find((it) => it.step === step)
  const numbered = authority && !OWN.includes(step)
  const move = useMutation({
    mutationFn: () =>
      cityRequests.move(request.id, {
        version: request.version,
        step: step as CityMove['step'],
        opinion: account || undefined,
        reference: reference.trim() || undefined,
      }),
    onSuccess: (after) => {
      forget()
      queries.setQueryData(['city-requests', request.id], after)
      for (const key of ['city-requests', 'case', 'tasks', 'cases']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
    },
  })
  const missing = (open?.needsOpinion && !account.trim()) || (numbered && !reference.trim())
  return (
    <section className="card decide" aria-labelledby="my-move">
      <h2 className="h" id="my-move">
        {t('coordination.myMove')}
      </h2>
      <Radio.Group
        className="moves"
        value={step}
        onChange={(event) => setStep(event.target.value)}
        options={request.open.map((it) => ({ value: it.step, label: word('work.step', it.step) }))}
      />
      {numbered && (
        <Input
          aria-label={t('coordination.reference')}
          placeholder={`${t('coordination.reference')} ${t('coordination.referenceHint')}`}
          maxLength={80}
          value={reference}
          onChange={(event) => setReference(event.target.value)}
        />
      )}
      <Input.TextArea
        aria-label={t('coordination.account')}
        placeholder={t('coordination.account')}
        rows={4}
        maxLength={2000}
        value={account}
        onChange={(event) => setAccount(event.target.value)}
      />
      <ProblemAlert error={move.error} />
      <Button
        block
        type="primary"
        danger={step === 'REFUSE'}
        disabled={missing}
        loading={move.isPending}
        onClick={() => move.mutate()}
      >
        {word('work.step', step)}
      </Button>
    </section>
  )
}
