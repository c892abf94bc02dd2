import { useMutation } from '@tanstack/react-query'
import { App, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { selection } from '../../api/selection'
import type { SelectionFile } from '../../api/types'
import { word } from '../../i18n'
import { article } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { useDraft } from '../../ui/useDraft'
import { useKeepFile } from './queries'

interface SelectionDecisionProps {
  file: SelectionFile
  /** The applications that are marked in the list. */
  proposed: string[]
}

/** The steps that are open to the one who looks. */
export function SelectionDecision(props: SelectionDecisionProps) {
  if (props.file.open.length === 0) return null
  return <DecisionForm {...props} />
}

function DecisionForm({ file, proposed }: SelectionDecisionProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const keep = useKeepFile()
  const [step, setStep] = useState(file.open[0]!.step)
  const [opinion, setOpinion, forget] = useDraft(`selection:${file.notice.id}`, '')
  const move = file.open.find((it) => it.step === step)!
  const send = useMutation({
    mutationFn: () =>
      selection.move(file.notice.id, {
        version: file.notice.version,
        step,
        opinion: opinion.trim(),
        proposed: step === 'SUBMIT' ? proposed : undefined,
      }),
    onSuccess: (after) => {
      forget()
      keep(after)
      void message.success(t('authorisation.sent'))
    },
  })
  return (
    <section className="card decide" aria-labelledby="decision">
      <h2 className="h" id="decision">
        {t('selection.next')} <small>{article(move.article)}</small>
      </h2>
      <Radio.Group
        className="moves"
        value={step}
        onChange={(event) => setStep(event.target.value)}
        options={file.open.map((it) => ({
          value: it.step,
          label: word('selection.move', it.step),
        }))}
      />
      {step === 'SUBMIT' && (
        <p className="sub">{t('selection.proposeHint', { n: proposed.length, pass: file.pass })}</p>
      )}
      {move.needsOpinion && (
        <Input.TextArea
          rows={3}
          aria-label={t('authorisation.opinion')}
          value={opinion}
          onChange={(event) => setOpinion(event.target.value)}
          placeholder={t('authorisation.opinionNeeded')}
        />
      )}
      <ProblemAlert error={send.error} />
      <Button type="primary" loading={send.isPending} onClick={() => send.mutate()}>
        {word('selection.move', step)}
      </Button>
    </section>
  )
}
