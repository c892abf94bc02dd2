import { useTranslation } from 'react-i18next'

/** A quality score, 0 to 100, with the day it was measured. */
export function QualityBar({ score, note }: { score: number; note: string }) {
  const { t } = useTranslation()
  return (
    <div className="quality">
      <span>{t('catalogue.quality')}</span>
      <b className="num">{score}</b>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="6" rx="3" className="quality-all" />
        <rect width={score} height="6" rx="3" className="quality-got" />
      </svg>
      <small>{t('catalogue.measured', { date: note })}</small>
    </div>
  )
}
