import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rights } from '../../api/rights'
import { useUser } from '../../api/session'
import type { RightsRequest } from '../../api/types'
import { word } from '../../i18n'
import { article } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { useDraft } from '../../ui/useDraft'

export const requestQuery = (id: string) => ({
  queryKey: ['rights', 'request', id],
  queryFn: () => rights.request(id),
})

/** What a data subject asks for, as those see it who decide. */
export function RequestText({ request }: { request: RightsRequest }) {
  const { t } = useTranslation()
  const items = [
    { label: t('rights.staff.subject'), children: request.name },
    { label: t('rights.department'), children: request.departmentName },
    { label: t('rights.staff.resource'), children: request.title },
    {
      label: t('rights.staff.wish'),
      children: request.wish && t(`rights.wishOf.${request.wish}`),
    },
    { label: t('rights.fields'), children: request.fields.join(t('rights.comma')) },
    { label: t('rights.staff.reason'), children: request.reason },
    { label: t('rights.answer'), children: request.answer },
  ]
  return (
    <dl className="kv">
      {items
        .filter((it) => it.children)
        .map((it) => (
          <div key={it.label}>
            <dt>{it.label}</dt>
            <dd>{it.children}</dd>
          </div>
        ))}
    </dl>
  )
}

/** What may be done with a request now; the server says which moves are open. */
export function RequestOpinion({ request, caseId }: { request: RightsRequest; caseId: string }) {
  const department = useUser().role === 'SOURCE'
  return (
    <>
      {department && request.mayFetch && <OpenRows request={request} />}
      {request.open.length > 0 && <Moves key={request.version} request={request} caseId={caseId} />}
    </>
  )
}

function OpenRows({ request }: { request: RightsRequest }) {
  const { t } = useTranslation()
  const open = useMutation({
    mutationFn: () => rights.ticket(request.id),
    onSuccess: (ticket) => location.assign(ticket.url),
  })
  return (
    <div className="card">
      <p className="prose">{t('rights.staff.openRowsText')}</p>
      <ProblemAlert error={open.error} />
      <Button block loading={open.isPending} onClick={() => open.mutate()}>
        {t('rights.staff.openRows')}
      </Button>
    </div>
  )
}

function Moves({ request, caseId }: { request: RightsRequest; caseId: string }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [step, setStep] = useState(request.open[0]!.step)
  const [opinion, setOpinion, forget] = useDraft(`opinion:${request.id}`, '')
  const move = request.open.find((it) => it.step === step) ?? request.open[0]!
  const send = useMutation({
    mutationFn: () =>
      rights.move(request.id, { version: request.version, step, opinion: opinion.trim() }),
    onSuccess: (after) => {
      forget()
      queries.setQueryData(requestQuery(request.id).queryKey, after)
      for (const key of [['case', caseId], ['tasks'], ['cases']]) {
        void queries.invalidateQueries({ queryKey: key })
      }
      void message.success(t('rights.staff.done'))
    },
  })
  return (
    <section className="card decide" aria-labelledby="my-opinion">
      <h2 className="h" id="my-opinion">
        {t('authorisation.myOpinion')} <small>{article(move.article)}</small>
      </h2>
      <Radio.Group
        className="moves"
        value={step}
        onChange={(event) => setStep(event.target.value)}
        options={request.open.map((it) => ({ value: it.step, label: word('work.step', it.step) }))}
      />
      <Input.TextArea
        aria-label={t('authorisation.opinion')}
        rows={3}
        value={opinion}
        maxLength={1000}
        onChange={(event) => setOpinion(event.target.value)}
        placeholder={t(
          move.needsOpinion ? 'authorisation.opinionNeeded' : 'authorisation.opinionOptional',
        )}
      />
      <ProblemAlert error={send.error} />
      <Button
        type="primary"
        block
        danger={step === 'REFUSE'}
        loading={send.isPending}
        disabled={move.needsOpinion && !opinion.trim()}
        onClick={() => send.mutate()}
      >
        {word('work.step', step)}
      </Button>
    </section>
  )
}
