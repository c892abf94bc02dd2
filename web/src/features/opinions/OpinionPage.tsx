import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Alert, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { opinions } from '../../api/scenarios'
import { useIs } from '../../api/session'
import type { OpinionMove, ScenarioOpinion } from '../../api/types'
import { word } from '../../i18n'
import { date, moment } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'
import { Stage } from '../../ui/stages'
import { useDraft } from '../../ui/useDraft'

const ADVICE = ['SUPPORT', 'CONDITIONAL', 'AGAINST'] as const

/** A scenario before experts: what it is, what each says, once all have. */
export default function OpinionPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const authority = useIs('AUTHORITY')
  const opinion = useSuspenseQuery({
    queryKey: ['scenario-opinions', id],
    queryFn: () => opinions.read(id),
  }).data
  return (
    <Page
      title={opinion.title}
      mark={<Stage stage={opinion.stage} kind="SCENARIO_OPINION" />}
      sub={
        <p className="meta">
          <code>{opinion.number}</code>
          <span>{t('opinions.until', { day: date(opinion.due) })}</span>
          <span>{t('opinions.progress', { given: opinion.given, experts: opinion.experts })}</span>
          {authority && <Link to={`/cases/${opinion.origin}`}>{t('opinions.origin')}</Link>}
        </p>
      }
    >
      {opinion.stage === 'ASKED' && (
        <Alert type="info" showIcon className="problem" title={t('opinions.alone')} />
      )}
      <div className="cols">
        <div className="col-m">
          <Scenario opinion={opinion} />
        </div>
        <aside className="col-s">
          <Said opinion={opinion} />
          {opinion.open.length > 0 && (
            <Moves key={`${opinion.id} ${opinion.given}`} opinion={opinion} />
          )}
        </aside>
      </div>
    </Page>
  )
}

function Scenario({ opinion }: { opinion: ScenarioOpinion }) {
  const { t } = useTranslation()
  return (
    <section className="card">
      {opinion.question && (
        <p className="prose">
          <b>{t('opinions.question')}</b> {opinion.question}
        </p>
      )}
      {opinion.scenario.map((part) => (
        <section key={part.heading}>
          <h2>{part.heading}</h2>
          {part.lines.length > 0 && (
            <dl className="kv">
              {part.lines.map((line) => (
                <div key={line.label} className="wide">
                  <dt>{line.label}</dt>
                  <dd>{line.value || t('common.notGiven')}</dd>
                </div>
              ))}
            </dl>
          )}
          {part.rows.map((row) => (
            <dl key={row.join()} className="kv">
              {part.head.map((head, index) => (
                <div key={head} className={index > 1 ? 'wide' : ''}>
                  <dt>{head}</dt>
                  <dd>{row[index]}</dd>
                </div>
              ))}
            </dl>
          ))}
        </section>
      ))}
    </section>
  )
}

function Said({ opinion }: { opinion: ScenarioOpinion }) {
  const { t } = useTranslation()
  return (
    <section className="card">
      <h2 className="h">{t('opinions.title')}</h2>
      <ul className="plainlist">
        {opinion.said
          .filter((it) => it.state !== 'RESERVE')
          .map((it) => (
            <li key={it.name}>
              <b>{it.name}</b> <span className="sub">{it.organisation}</span>{' '}
              {it.advice ? (
                <b>{t(`opinions.kind.${it.advice}`)}</b>
              ) : it.ground ? (
                <span className="sub">{t(`opinions.ground.${it.ground}`)}</span>
              ) : (
                <span className="sub">{t(it.given ? 'opinions.sealed' : 'opinions.waiting')}</span>
              )}{' '}
              {it.at && <span className="num sub">{moment(it.at)}</span>}
              {it.text && <p className="prose">{it.text}</p>}
            </li>
          ))}
      </ul>
    </section>
  )
}

function Moves({ opinion }: { opinion: ScenarioOpinion }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [step, setStep] = useState(opinion.open[0]!.step)
  const [advice, setAdvice] = useState<(typeof ADVICE)[number] | undefined>(undefined)
  const [text, setText, forget] = useDraft(`scenario-opinion:${opinion.id}`, '')
  const move = useMutation({
    mutationFn: () =>
      opinions.move(opinion.id, {
        step: step as OpinionMove['step'],
        advice: step === 'GIVE' ? advice : undefined,
        opinion: text,
      }),
    onSuccess: () => {
      forget()
      for (const key of ['scenario-opinions', 'case', 'tasks', 'cases']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
    },
  })
  return (
    <section className="card decide" aria-labelledby="my-move">
      <h2 className="h" id="my-move">
        {t('opinions.mine')}
      </h2>
      <Radio.Group
        className="moves"
        value={step}
        onChange={(event) => setStep(event.target.value)}
        options={opinion.open.map((it) => ({ value: it.step, label: word('work.step', it.step) }))}
      />
      {step === 'GIVE' && (
        <Radio.Group
          className="stack"
          aria-label={t('opinions.adviceLabel')}
          value={advice}
          onChange={(event) => setAdvice(event.target.value)}
          options={ADVICE.map((value) => ({ value, label: t(`opinions.kind.${value}`) }))}
        />
      )}
      <Input.TextArea
        aria-label={t('opinions.reason')}
        placeholder={t('opinions.reason')}
        rows={5}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ProblemAlert error={move.error} />
      <Button
        block
        type="primary"
        disabled={!text.trim() || (step === 'GIVE' && !advice)}
        loading={move.isPending}
        onClick={() => move.mutate()}
      >
        {word('work.step', step)}
      </Button>
    </section>
  )
}
