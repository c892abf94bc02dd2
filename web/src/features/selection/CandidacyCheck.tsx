import { useMutation } from '@tanstack/react-query'
import { App, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { selection } from '../../api/selection'
import type { Candidacy, Requirement } from '../../api/types'
import { word } from '../../i18n'
import { article } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { useKeepCandidacy } from './queries'

/** What the authority makes of an application, or the applicant's way out. Filing is done in the form. */
export function CandidacyCheck({ candidacy }: { candidacy: Candidacy }) {
  const moves = candidacy.open.filter((move) => move.step !== 'FILE')
  if (moves.length === 0) return null
  return <CheckForm candidacy={candidacy} moves={moves} />
}

function CheckForm({ candidacy, moves }: { candidacy: Candidacy; moves: Candidacy['open'] }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const keep = useKeepCandidacy()
  const [step, setStep] = useState(moves[0]!.step)
  const [opinion, setOpinion] = useState('')
  const [defects, setDefects] = useState<Partial<Record<Requirement, string>>>({})
  const move = moves.find((it) => it.step === step)!
  const send = useMutation({
    mutationFn: () =>
      selection.moveCandidacy(candidacy.id, {
        version: candidacy.version,
        step,
        opinion: opinion.trim(),
        defects: step === 'FIND_INCOMPLETE' ? defects : undefined,
      }),
    onSuccess: (after) => {
      keep(after)
      void message.success(t('authorisation.sent'))
    },
  })
  return (
    <section className="card decide" aria-labelledby="check">
      <h2 className="h" id="check">
        {t('selection.check')} <small>{article(move.article)}</small>
      </h2>
      <Radio.Group
        className="moves"
        value={step}
        onChange={(event) => setStep(event.target.value)}
        options={moves.map((it) => ({ value: it.step, label: word('selection.move', it.step) }))}
      />
      {step === 'FIND_INCOMPLETE' && (
        <div className="fields">
          <p className="sub">{t('selection.onceOnly')}</p>
          {candidacy.notice.requirements.map((requirement) => (
            <div className="field" key={requirement}>
              <label htmlFor={`defect-${requirement}`}>{t(`selection.short.${requirement}`)}</label>
              <Input
                id={`defect-${requirement}`}
                value={defects[requirement] ?? ''}
                onChange={(event) => setDefects({ ...defects, [requirement]: event.target.value })}
              />
            </div>
          ))}
        </div>
      )}
      {move.needsOpinion && (
        <Input.TextArea
          rows={3}
          aria-label={t('authorisation.opinion')}
          placeholder={t('authorisation.opinionNeeded')}
          value={opinion}
          onChange={(event) => setOpinion(event.target.value)}
        />
      )}
      <ProblemAlert error={send.error} />
      <Button type="primary" loading={send.isPending} onClick={() => send.mutate()}>
        {word('selection.move', step)}
      </Button>
    </section>
  )
}
