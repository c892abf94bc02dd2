import { useTranslation } from 'react-i18next'

/** How anybody checks a receipt with the platform stopped. */
export function Offline({ entry = '…' }: { entry?: string }) {
  const { t } = useTranslation()
  return (
    <section className="card" aria-labelledby="offline">
      <h2 className="h" id="offline">
        {t('evidence.offline')}
      </h2>
      <ol className="steps-text">
        <li>{t('evidence.step1')}</li>
        <li>
          {t('evidence.step2')}{' '}
          <a href="/api/evidence/key" download="evidence-key.pem">
            {t('evidence.downloadKey')}
          </a>
        </li>
        <li>
          {t('evidence.step3')}
          <code className="secret">
            {`./mingqu verify receipt-${entry}.json --key evidence-key.pem`}
          </code>
        </li>
      </ol>
      <p className="sub">{t('evidence.offlineText')}</p>
    </section>
  )
}
