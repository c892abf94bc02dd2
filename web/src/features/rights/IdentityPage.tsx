import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { rights } from '../../api/rights'
import { PlainProblem } from '../../ui/PlainProblem'
import { useAct } from './queries'
import { RightsLayout } from './RightsLayout'

/** Where the identity provider sends people back to: what it gave is brought on at once, and only once. */
export default function IdentityPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const brought = useRef(false)
  const bring = useAct(
    () => rights.bringProof(params.get('code') ?? '', params.get('state') ?? ''),
    () => void navigate('/rights', { replace: true }),
  )
  const { mutate } = bring
  useEffect(() => {
    if (brought.current) return
    brought.current = true
    mutate(undefined)
  }, [mutate])
  return (
    <RightsLayout title={t('rights.prove')}>
      {bring.error ? (
        <>
          <PlainProblem error={bring.error} />
          <p>
            <Link to="/rights">{t('rights.back')}</Link>
          </p>
        </>
      ) : (
        <p role="status">{t('common.loading')}</p>
      )}
    </RightsLayout>
  )
}
