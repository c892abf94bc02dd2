import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { enforcement } from '../../api/supervision'
import type { Rectification } from '../../api/types'
import { word } from '../../i18n'
import { article } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { useDraft } from '../../ui/useDraft'

const DATED = ['ORDER', 'RETURN']

/** What may be done about a finding now; the server says which steps are open. */
export function RectificationMoves({ rectification }: { rectification: Rectification }) {
  const { t } = useTranslation()
  if (rectification.open.length === 0) {
    return (
      <section className="card">
        <p className="prose">{t(`enforcement.waiting.${rectification.line.stage}`)}</p>
      </section>
    )
  }
  return <MoveForm rectification={rectification} />
}

function MoveForm({ rectification }: { rectification: Rectification }) {
  const { t } = useTranslation()
  const { line, open } = rectification
  const [step, setStep] = useState(open[0]!.step)
  const [deadline, setDeadline] = useState('')
  const [regulator, setRegulator] = useState<string>()
  const [opinion, setOpinion, forget] = useDraft(`rectification:${line.id}`, '')
  const move = open.find((it) => it.step === step) ?? open[0]!
  const send = useSend(rectification, forget)
  const missing =
    (move.needsOpinion && !opinion.trim()) ||
    (step === 'ORDER' && !deadline) ||
    (step === 'REFER' && !regulator)
  return (
    <section className="card decide" aria-labelledby="rectify">
      <h2 className="h" id="rectify">
        {t('enforcement.act')} <small>{article(move.article)}</small>
      </h2>
      <Radio.Group
        className="moves"
        value={step}
        onChange={(event) => setStep(event.target.value)}
        options={open.map((it) => ({ value: it.step, label: word('enforcement.step', it.step) }))}
      />
      {DATED.includes(step) && (
        <label className="prose" htmlFor="rectify-deadline">
          {t('enforcement.deadline')}
          <Input
            id="rectify-deadline"
            type="date"
            value={deadline}
            onChange={(event) => setDeadline(event.target.value)}
          />
        </label>
      )}
      {step === 'REFER' && <RegulatorSelect value={regulator} onChange={setRegulator} />}
      {move.needsOpinion && (
        <Input.TextArea
          rows={4}
          maxLength={4000}
          aria-label={t(`enforcement.ask.${step}`)}
          placeholder={t(`enforcement.ask.${step}`)}
          value={opinion}
          onChange={(event) => setOpinion(event.target.value)}
        />
      )}
      <ProblemAlert error={send.error} />
      <Button
        type="primary"
        block
        danger={step === 'ORDER'}
        disabled={missing}
        loading={send.isPending}
        onClick={() =>
          send.mutate({
            step,
            opinion: opinion.trim(),
            deadline: DATED.includes(step) && deadline ? deadline : null,
            regulator: step === 'REFER' ? regulator : null,
          })
        }
      >
        {word('enforcement.step', step)}
      </Button>
      <p className="next">
        <b>{t('authorisation.then')}</b>
        {t(`enforcement.after.${step}`)}
      </p>
    </section>
  )
}

function useSend(rectification: Rectification, onSent: () => void) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { line, version } = rectification
  return useMutation({
    mutationFn: (move: Omit<Parameters<typeof enforcement.move>[1], 'version'>) =>
      enforcement.move(line.id, { ...move, version }),
    onSuccess: (after) => {
      onSent()
      queries.setQueryData(['rectification', line.id], after)
      for (const key of ['rectifications', 'tasks', 'case', 'workspaces', 'credit']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
      void message.success(t('authorisation.sent'))
    },
  })
}

function RegulatorSelect(props: { value?: string; onChange: (id: string) => void }) {
  const { t } = useTranslation()
  const parties = useQuery({
    queryKey: ['rectifications', 'parties'],
    queryFn: enforcement.parties,
    throwOnError: false,
  })
  return (
    <Select
      className="full"
      aria-label={t('enforcement.regulator')}
      placeholder={t('enforcement.regulator')}
      loading={parties.isPending}
      value={props.value}
      onChange={props.onChange}
      options={parties.data?.regulators.map((it) => ({ value: it.id, label: it.name })) ?? []}
    />
  )
}
