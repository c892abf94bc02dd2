import { Button, Input, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenMove } from '../api/types'
import { word } from '../i18n'
import { article } from './format'
import { ProblemAlert } from './Problem'

interface Props {
  open: OpenMove[]
  /** What is said while nothing is open to the reader. */
  waiting: string
  error: unknown
  pending: boolean
  /** What a step asks for besides the opinion. */
  more?: (step: string) => ReactNode
  /** Whether what a step asks for besides is still missing. */
  lacks?: (step: string) => boolean
  onSend: (move: { step: string; opinion: string }) => void
}

/** The steps that are open to the reader, as the server's table says. */
export function MoveCard(props: Props) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(props.open[0]?.step ?? '')
  const [opinion, setOpinion] = useState('')
  const move = props.open.find((it) => it.step === chosen) ?? props.open[0]
  if (!move) {
    return (
      <section className="card">
        <p className="prose">{props.waiting}</p>
      </section>
    )
  }
  const missing = (move.needsOpinion && !opinion.trim()) || props.lacks?.(move.step)
  return (
    <section className="card decide" aria-labelledby="move">
      <h2 className="h" id="move">
        {t('work.column.action')} <small>{article(move.article)}</small>
      </h2>
      <Radio.Group
        className="moves"
        value={move.step}
        onChange={(event) => setChosen(event.target.value)}
        options={props.open.map((it) => ({ value: it.step, label: word('work.step', it.step) }))}
      />
      {props.more?.(move.step)}
      {move.needsOpinion && (
        <Input.TextArea
          rows={4}
          maxLength={2000}
          aria-label={t('authorisation.opinion')}
          placeholder={t('authorisation.opinion')}
          value={opinion}
          onChange={(event) => setOpinion(event.target.value)}
        />
      )}
      <ProblemAlert error={props.error} />
      <Button
        type="primary"
        block
        disabled={missing}
        loading={props.pending}
        onClick={() => props.onSend({ step: move.step, opinion: opinion.trim() })}
      >
        {word('work.step', move.step)}
      </Button>
    </section>
  )
}
