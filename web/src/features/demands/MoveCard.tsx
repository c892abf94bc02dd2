import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenMove } from '../../api/types'
import { word } from '../../i18n'
import { ProblemAlert } from '../../ui/Problem'
import { useDraft } from '../../ui/useDraft'

interface MoveCardProps {
  /** Under which the text is kept. */
  name: string
  moves: OpenMove[]
  step: string
  onStep: (step: string) => void
  /** Whether all besides the text is there. */
  ready: boolean
  /** Where the answer is kept. */
  cached: string[]
  send: (opinion: string | undefined) => Promise<unknown>
  children?: ReactNode
}

/** A step, what it needs, and a text. */
export function MoveCard(props: MoveCardProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [text, setText, forget] = useDraft(props.name, '')
  const move = useMutation({
    mutationFn: () => props.send(text.trim() || undefined),
    onSuccess: (after) => {
      forget()
      queries.setQueryData(props.cached, after)
      for (const key of [props.cached[0]!, 'case', 'tasks', 'cases']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
    },
  })
  const open = props.moves.find((it) => it.step === props.step)
  return (
    <section className="card decide" aria-labelledby="my-move">
      <h2 className="h" id="my-move">
        {t('demands.myMove')}
      </h2>
      <Radio.Group
        className="moves"
        value={props.step}
        onChange={(event) => props.onStep(event.target.value)}
        options={props.moves.map((it) => ({ value: it.step, label: word('work.step', it.step) }))}
      />
      {props.children}
      <Input.TextArea
        aria-label={t('demands.account')}
        placeholder={t('demands.account')}
        rows={4}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ProblemAlert error={move.error} />
      <Button
        block
        type="primary"
        disabled={!props.ready || (open?.needsOpinion && !text.trim())}
        loading={move.isPending}
        onClick={() => move.mutate()}
      >
        {word('work.step', props.step)}
      </Button>
    </section>
  )
}
