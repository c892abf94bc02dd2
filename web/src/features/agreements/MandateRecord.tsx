import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Mandate } from '../../api/types'
import { article, date } from '../../ui/format'
import { PaperButton } from './PaperButton'

/** The editions that were signed, and the annual assessments on which a renewal is decided. */
export function MandateRecord({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation()
  return (
    <>
      {mandate.editions.length > 0 && (
        <section className="card" aria-labelledby="editions">
          <h2 className="h" id="editions">
            {t('mandate.editions')}
          </h2>
          <ul className="seats">
            {mandate.editions.map((it) => (
              <li key={it.number}>
                <b>{t('mandate.edition', { n: it.number })}</b>
                <div className="sub num">
                  {t('agreement.fromTo', { from: date(it.from), until: date(it.until) })}
                </div>
                <code className="break">{it.sm3}</code>
                <PaperButton kind="mandates" id={mandate.id} edition={it.number} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="card no-print" aria-labelledby="assessments">
        <h2 className="h" id="assessments">
          {t('mandate.assessments')} <small>{article('34')}</small>
        </h2>
        {mandate.assessments.length === 0 && <p className="sub">{t('mandate.noAssessment')}</p>}
        <ul className="seats">
          {mandate.assessments.map((it) => (
            <li key={it.duty}>
              <Link to={`/duties/${it.duty}`}>{t('mandate.year', { year: it.year })}</Link>{' '}
              <b>{it.grade}</b>
              <div className="sub">{it.summary}</div>
            </li>
          ))}
        </ul>
        {mandate.predecessor && (
          <Link to={`/mandates/${mandate.predecessor}`}>{t('mandate.renews')}</Link>
        )}
      </section>
    </>
  )
}
