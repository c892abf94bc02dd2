import { useMutation } from '@tanstack/react-query'
import { App, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { applications } from '../../api/calls'
import { useUser } from '../../api/session'
import type { Application, OpenMove } from '../../api/types'
import { word } from '../../i18n'
import { article } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { useDraft } from '../../ui/useDraft'
import { ConditionsEditor } from './ConditionsEditor'
import { type Conditions, conditionsFor, decisionsOf } from './conditions'
import { useKeepApplication } from './queries'

const EDITED = ['SUBMIT', 'RESUBMIT']

/** What the person may do with an application now; the server says which moves are open. */
export function ApplicationOpinion({
  application,
  caseId,
}: {
  application: Application
  caseId: string
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const moves = application.open.filter((move) => !EDITED.includes(move.step))
  const editable = application.open.some((move) => EDITED.includes(move.step))
  return (
    <>
      {editable && (
        <div className="card">
          <p className="prose">{t('authorisation.yourTurn')}</p>
          <Button
            block
            type="primary"
            onClick={() => void navigate(`/applications/${application.id}`)}
          >
            {t('authorisation.continue')}
          </Button>
        </div>
      )}
      {application.agreement && (
        <div className="card">
          <Button block onClick={() => void navigate(`/agreements/${application.agreement}`)}>
            {t('authorisation.openSubject.AGREEMENT')}
          </Button>
        </div>
      )}
      {moves.length > 0 && (
        <OpinionForm
          key={`${caseId} ${application.version}`}
          application={application}
          moves={moves}
        />
      )}
    </>
  )
}

function OpinionForm({ application, moves }: { application: Application; moves: OpenMove[] }) {
  const { t } = useTranslation()
  const user = useUser()
  const mine = application.items.filter(
    (item) => item.department.id === user.organisation.id && !item.decision,
  )
  const [chosen, setStep, forgetStep] = useDraft(`step:${application.id}`, moves[0]!.step)
  const [opinion, setOpinion, forgetOpinion] = useDraft(`opinion:${application.id}`, '')
  const [conditions, setConditions] = useState<Conditions>(() => conditionsFor(mine))
  const move = moves.find((it) => it.step === chosen) ?? moves[0]!
  const { step } = move
  const decides = step === 'CONSENT' && mine.length > 0
  const send = useSend(application, () => {
    forgetStep()
    forgetOpinion()
  })
  const submit = () =>
    send.mutate({
      step,
      opinion: opinion.trim() || undefined,
      decisions: decides
        ? decisionsOf(conditions)
        : step === 'REFUSE' && mine.length > 0
          ? decisionsOf(conditions).map((it) => ({ ...it, consent: false }))
          : undefined,
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
        options={moves.map((it) => ({ value: it.step, label: word('work.step', it.step) }))}
      />
      {decides && (
        <ConditionsEditor items={mine} conditions={conditions} onChange={setConditions} />
      )}
      <Input.TextArea
        aria-label={t('authorisation.opinion')}
        rows={3}
        value={opinion}
        maxLength={2000}
        onChange={(event) => setOpinion(event.target.value)}
        placeholder={t(
          move.needsOpinion ? 'authorisation.opinionNeeded' : 'authorisation.opinionOptional',
        )}
      />
      <ProblemAlert error={send.error} />
      <Button
        type="primary"
        block
        danger={['REFUSE', 'REJECT'].includes(step)}
        loading={send.isPending}
        disabled={move.needsOpinion && !opinion.trim()}
        onClick={submit}
      >
        {word('work.step', step)}
      </Button>
      <p className="next">
        <b>{t('authorisation.then')}</b>
        {t(`authorisation.after.${step}`, { defaultValue: t('authorisation.after.other') })}
      </p>
    </section>
  )
}

function useSend(application: Application, onSent: () => void) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const keep = useKeepApplication()
  return useMutation({
    mutationFn: (move: Omit<Parameters<typeof applications.move>[1], 'version'>) =>
      applications.move(application.id, { ...move, version: application.version }),
    onSuccess: (after) => {
      onSent()
      keep(after)
      void message.success(t('authorisation.sent'))
    },
  })
}
