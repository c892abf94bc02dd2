import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { duties } from '../../api/supervision'
import type { Duty } from '../../api/types'
import { word } from '../../i18n'
import { article } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { useDraft } from '../../ui/useDraft'

const FILLED = ['SUBMIT', 'RECORD']

/** What may be done with a duty now; the server says which steps are open. */
export function DutyMoves({ duty }: { duty: Duty }) {
  const { t } = useTranslation()
  const fills = duty.open.find((move) => FILLED.includes(move.step))
  const decides = duty.open.filter((move) => !FILLED.includes(move.step))
  return (
    <>
      {fills && <FillForm duty={duty} step={fills.step} />}
      {decides.length > 0 && <DecideForm duty={duty} />}
      {duty.open.length === 0 && (
        <section className="card">
          <p className="prose">{t(`supervision.waiting.${duty.stage}`)}</p>
        </section>
      )}
    </>
  )
}

type Move = Parameters<typeof duties.move>[1]

function useSend(duty: Duty, onSent: () => void) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (move: Omit<Move, 'version'>) =>
      duties.move(duty.line.id, { ...move, version: duty.version }),
    onSuccess: (after) => {
      onSent()
      queries.setQueryData(['duty', duty.line.id], after)
      for (const key of ['duties', 'tasks', 'case']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
      void message.success(t('authorisation.sent'))
    },
  })
}

function FillForm({ duty, step }: { duty: Duty; step: string }) {
  const { t } = useTranslation()
  const [form, setForm, forget] = useDraft<Record<string, string>>(
    `duty:${duty.line.id}`,
    duty.form,
  )
  const send = useSend(duty, forget)
  const missing = duty.rule.fields.some((key) => !form[key]?.trim())
  return (
    <section className="card decide" aria-labelledby="duty-fill">
      <h2 className="h" id="duty-fill">
        {word('supervision.step', step)} <small>{article(duty.line.article)}</small>
      </h2>
      {duty.rule.needsDocument && (
        <p className="prose">
          {t('supervision.documentFirst')}{' '}
          <Link to={`/cases/${duty.line.caseId}`}>{t('supervision.toDocuments')}</Link>
        </p>
      )}
      <Form layout="vertical" onFinish={() => send.mutate({ step, form })}>
        {duty.rule.fields.map((key) => (
          <Form.Item key={key} label={word('supervision.field', key)} htmlFor={`duty-${key}`}>
            {key === 'validUntil' ? (
              <Input
                id={`duty-${key}`}
                type="date"
                value={form[key] ?? ''}
                onChange={(event) => setForm({ ...form, [key]: event.target.value })}
              />
            ) : (
              <Input.TextArea
                id={`duty-${key}`}
                rows={key === 'summary' ? 4 : 2}
                maxLength={4000}
                value={form[key] ?? ''}
                onChange={(event) => setForm({ ...form, [key]: event.target.value })}
              />
            )}
          </Form.Item>
        ))}
        <ProblemAlert error={send.error} />
        <Button type="primary" block htmlType="submit" disabled={missing} loading={send.isPending}>
          {word('supervision.step', step)}
        </Button>
      </Form>
      {duty.rule.discloses && <p className="next">{t('supervision.publishes')}</p>}
    </section>
  )
}

function DecideForm({ duty }: { duty: Duty }) {
  const { t } = useTranslation()
  const moves = duty.open.filter((move) => !FILLED.includes(move.step))
  const [step, setStep] = useState(moves[0]!.step)
  const [opinion, setOpinion, forget] = useDraft(`duty-opinion:${duty.line.id}`, '')
  const move = moves.find((it) => it.step === step)!
  const send = useSend(duty, forget)
  return (
    <section className="card decide" aria-labelledby="duty-decide">
      <h2 className="h" id="duty-decide">
        {t('authorisation.myOpinion')} <small>{article(move.article)}</small>
      </h2>
      <Radio.Group
        className="moves"
        value={step}
        onChange={(event) => setStep(event.target.value)}
        options={moves.map((it) => ({ value: it.step, label: word('supervision.step', it.step) }))}
      />
      <Input.TextArea
        rows={3}
        aria-label={t('authorisation.opinion')}
        value={opinion}
        onChange={(event) => setOpinion(event.target.value)}
        placeholder={t(
          move.needsOpinion ? 'authorisation.opinionNeeded' : 'authorisation.opinionOptional',
        )}
      />
      <ProblemAlert error={send.error} />
      <Button
        type="primary"
        block
        danger={step === 'RETURN'}
        loading={send.isPending}
        disabled={move.needsOpinion && !opinion.trim()}
        onClick={() => send.mutate({ step, opinion: opinion.trim() })}
      >
        {word('supervision.step', step)}
      </Button>
    </section>
  )
}
