import { useMutation } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { agreements } from '../../api/calls'
import type { Agreement } from '../../api/types'
import { ProblemAlert } from '../../ui/Problem'
import { useKeep } from './queries'
import { Signatories } from './Signatories'

/** Who has signed, with what, and the button of whoever is to. */
export function Signatures({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation()
  const signed = agreement.parties.filter((party) => party.signedAt).length
  const maySign = agreement.open.some((move) => move.step === 'SIGN')
  return (
    <section className="card" aria-labelledby="signatures">
      <h2 className="h" id="signatures">
        {t('agreement.signatures')}{' '}
        <small>{t('agreement.signedOf', { n: signed, all: agreement.parties.length })}</small>
      </h2>
      <Signatories parties={agreement.parties} />
      {maySign && <SignButton agreement={agreement} />}
      <p className="next">{t('agreement.whenAll')}</p>
    </section>
  )
}

function SignButton({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation()
  const keep = useKeep(agreement.id)
  const { message } = App.useApp()
  const sign = useMutation({
    mutationFn: () => agreements.sign(agreement.id, agreement.version, agreement.sm3),
    onSuccess: (after) => {
      keep(after)
      void message.success(t('agreement.signedNow'))
    },
  })
  return (
    <>
      <ProblemAlert error={sign.error} />
      <Popconfirm
        title={t('agreement.confirmSign')}
        okText={t('agreement.sign')}
        onConfirm={() => sign.mutate()}
      >
        <Button
          type="primary"
          block
          disabled={agreement.missing.length > 0}
          loading={sign.isPending}
        >
          {t('agreement.sign')}
        </Button>
      </Popconfirm>
    </>
  )
}
