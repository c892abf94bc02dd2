import { useMutation } from '@tanstack/react-query'
import { App, Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { selection } from '../../api/selection'
import type { Candidacy, Requirement } from '../../api/types'
import { article } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { useKeepCandidacy } from './queries'

const MOST = 100

/** The scores that may be seen, and the form of an expert who scores. */
export function Scoring({ candidacy }: { candidacy: Candidacy }) {
  const { t } = useTranslation()
  if (candidacy.scores.length === 0 && !candidacy.mayScore) return null
  return (
    <section className="card" aria-labelledby="scores">
      <h2 className="h" id="scores">
        {t('selection.scores')} <small>{article('11')}</small>
      </h2>
      <ul className="seats">
        {candidacy.scores.map((score) => (
          <li key={`${score.name}${score.round}`}>
            <b>{score.name}</b> <span className="num">{meanOf(Object.values(score.points))}</span>{' '}
            <span className="sub">{t(`selection.round.${score.round}`)}</span>
            {score.comment && <p className="sub">{score.comment}</p>}
          </li>
        ))}
      </ul>
      {candidacy.mayScore && <ScoreForm candidacy={candidacy} />}
    </section>
  )
}

const meanOf = (points: number[]): string =>
  (points.reduce((sum, it) => sum + it, 0) / points.length).toFixed(1)

function ScoreForm({ candidacy }: { candidacy: Candidacy }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const keep = useKeepCandidacy()
  const own = candidacy.scores.filter((score) => score.own).at(-1)
  const [points, setPoints] = useState<Partial<Record<Requirement, number>>>(own?.points ?? {})
  const [comment, setComment] = useState('')
  const send = useMutation({
    mutationFn: () => selection.score(candidacy.id, points, comment.trim()),
    onSuccess: (after) => {
      keep(after)
      void message.success(t('selection.scoreKept'))
    },
  })
  return (
    <div className="fields">
      <p className="sub">{t(candidacy.round === 1 ? 'selection.alone' : 'selection.confer')}</p>
      {candidacy.notice.requirements.map((requirement) => (
        <div className="field score" key={requirement}>
          <label htmlFor={`points-${requirement}`}>{t(`selection.short.${requirement}`)}</label>
          <InputNumber
            id={`points-${requirement}`}
            min={0}
            max={MOST}
            precision={0}
            value={points[requirement] ?? null}
            onChange={(value) => setPoints({ ...points, [requirement]: value ?? undefined })}
          />
        </div>
      ))}
      <Input.TextArea
        rows={2}
        aria-label={t('selection.comment')}
        placeholder={t('selection.comment')}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      <ProblemAlert error={send.error} />
      <Button type="primary" loading={send.isPending} onClick={() => send.mutate()}>
        {t('selection.giveScore')}
      </Button>
    </div>
  )
}
