import { useTranslation } from 'react-i18next'

/** A rising arc over a base line: light over data. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--brand)" />
      <path
        d="M7 19a9 9 0 0 1 18 0"
        fill="none"
        stroke="#F2B632"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <path d="M7 24h18" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
      <circle cx="16" cy="19" r="2.6" fill="#fff" />
    </svg>
  )
}

export function Wordmark({ sub }: { sub?: string }) {
  const { t } = useTranslation()
  return (
    <span className="wordmark">
      <Mark />
      <span>
        <b>{t('common.brand.name')}</b>
        <i>{t('common.brand.kind')}</i>
        {sub && <small>{sub}</small>}
      </span>
    </span>
  )
}
