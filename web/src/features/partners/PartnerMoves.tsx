import { useMutation } from '@tanstack/react-query'
import { App, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { partners } from '../../api/calls'
import type { Partnership } from '../../api/types'
import { word } from '../../i18n'
import { article } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { useKeepPartnership } from './queries'

const LEAVES = ['LEAVE', 'REMOVE']

/** What is open to whoever looks; the server says what. */
export function PartnerMoves({ partnership }: { partnership: Partnership }) {
  if (partnership.open.length === 0) return null
  return <MoveForm key={partnership.version} partnership={partnership} />
}

function MoveForm({ partnership }: { partnership: Partnership }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const keep = useKeepPartnership()
  const { open } = partnership
  const [step, setStep] = useState(open[0]!.step)
  const [opinion, setOpinion] = useState('')
  const move = open.find((it) => it.step === step)!
  const send = useMutation({
    mutationFn: () =>
      partners.move(partnership.id, {
        version: partnership.version,
        step,
        opinion: opinion.trim(),
      }),
    onSuccess: (after) => {
      keep(after)
      void message.success(t('authorisation.sent'))
    },
  })
  const label = t(step === 'CERTIFY' ? 'partners.statement' : 'mandate.why')
  return (
    <section className="card decide" aria-labelledby="decide">
      <h2 className="h" id="decide">
        {t('mandate.steps')} <small>{article(move.article)}</small>
      </h2>
      <Radio.Group
        className="moves"
        value={step}
        onChange={(event) => setStep(event.target.value)}
        options={open.map((it) => ({ value: it.step, label: word('work.step', it.step) }))}
      />
      {move.needsOpinion && (
        <Input.TextArea
          rows={3}
          maxLength={4000}
          aria-label={label}
          placeholder={label}
          value={opinion}
          onChange={(event) => setOpinion(event.target.value)}
        />
      )}
      {LEAVES.includes(step) && <p className="sub">{t('partners.leaveWhat')}</p>}
      <ProblemAlert error={send.error} />
      <Button
        block
        type="primary"
        danger={LEAVES.includes(step)}
        disabled={move.needsOpinion && !opinion.trim()}
        loading={send.isPending}
        onClick={() => send.mutate()}
      >
        {word('work.step', step)}
      </Button>
    </section>
  )
}
