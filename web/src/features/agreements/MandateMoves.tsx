import { useMutation } from '@tanstack/react-query'
import { App, Button, Input, Popconfirm, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { mandates } from '../../api/calls'
import type { Mandate } from '../../api/types'
import { word } from '../../i18n'
import { article } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { useKeepMandate } from './mandates'
import { Signatories } from './Signatories'

/** Who has signed, the button of whoever is to, and the steps that are open. */
export function MandateMoves({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation()
  const moves = mandate.open.filter((move) => move.step !== 'FILL' && move.step !== 'SIGN')
  return (
    <>
      <section className="card" aria-labelledby="signatures">
        <h2 className="h" id="signatures">
          {t('agreement.signatures')}{' '}
          <small>
            {t('agreement.signedOf', {
              n: mandate.parties.filter((party) => party.signedAt).length,
              all: mandate.parties.length,
            })}
          </small>
        </h2>
        <Signatories parties={mandate.parties} />
        {mandate.open.some((move) => move.step === 'SIGN') && <SignButton mandate={mandate} />}
        <p className="next no-print">{t('mandate.whenBoth')}</p>
      </section>
      {moves.length > 0 && <MoveForm key={mandate.version} mandate={mandate} moves={moves} />}
    </>
  )
}

function SignButton({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const keep = useKeepMandate()
  const sign = useMutation({
    mutationFn: () => mandates.sign(mandate.id, mandate.version, mandate.sm3),
    onSuccess: (after) => {
      keep(after)
      void message.success(t('agreement.signedNow'))
    },
  })
  return (
    <div className="no-print">
      <ProblemAlert error={sign.error} />
      <Popconfirm
        title={t('agreement.confirmSign')}
        okText={t('agreement.sign')}
        onConfirm={() => sign.mutate()}
      >
        <Button type="primary" block disabled={mandate.missing.length > 0} loading={sign.isPending}>
          {t('agreement.sign')}
        </Button>
      </Popconfirm>
    </div>
  )
}

function MoveForm({ mandate, moves }: { mandate: Mandate; moves: Mandate['open'] }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const keep = useKeepMandate()
  const [step, setStep] = useState(moves[0]!.step)
  const [opinion, setOpinion] = useState('')
  const move = moves.find((it) => it.step === step)!
  const send = useMutation({
    mutationFn: () =>
      mandates.move(mandate.id, { version: mandate.version, step, opinion: opinion.trim() }),
    onSuccess: (after) => {
      keep(after)
      void message.success(t('authorisation.sent'))
      if (after.id !== mandate.id) void navigate(`/mandates/${after.id}`)
    },
  })
  return (
    <section className="card decide" aria-labelledby="moves">
      <h2 className="h" id="moves">
        {t('mandate.steps')} <small>{article(move.article)}</small>
      </h2>
      <Radio.Group
        className="moves"
        value={step}
        onChange={(event) => setStep(event.target.value)}
        options={moves.map((it) => ({ value: it.step, label: word('work.step', it.step) }))}
      />
      {move.needsOpinion && (
        <Input.TextArea
          rows={3}
          aria-label={t('mandate.why')}
          placeholder={t('mandate.why')}
          value={opinion}
          onChange={(event) => setOpinion(event.target.value)}
        />
      )}
      {step === 'REVOKE' && <p className="sub">{t('mandate.revokeWhat')}</p>}
      <ProblemAlert error={send.error} />
      <Button
        block
        danger={step === 'REVOKE'}
        type="primary"
        disabled={move.needsOpinion && !opinion.trim()}
        loading={send.isPending}
        onClick={() => send.mutate()}
      >
        {word('work.step', step)}
      </Button>
    </section>
  )
}
