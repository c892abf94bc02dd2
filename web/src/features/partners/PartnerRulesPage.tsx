import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSession } from '../../api/session'
import type { OperatorRules } from '../../api/types'
import { date } from '../../ui/format'
import { useHeading } from '../../ui/Page'
import { PublicLayout } from '../../ui/PublicLayout'
import { rulesQuery } from './queries'

/** The operators' rules of admission and exit with their partners, for anybody (article 17). */
export default function PartnerRulesPage() {
  const { t } = useTranslation()
  const heading = useHeading(t('partners.rules'))
  const { user } = useSession()
  const operators = useSuspenseQuery(rulesQuery).data
  return (
    <PublicLayout>
      <div className="w p-body">
        <div className="p-head">
          <div>
            <h1 ref={heading} tabIndex={-1}>
              {t('partners.rules')}
            </h1>
            <p className="prose">{t('partners.rulesIntro')}</p>
          </div>
          <div className="p-apply">
            <Link className="btn big" to={user ? '/partners' : '/login?next=%2Fpartners'}>
              {t('partners.apply')}
            </Link>
          </div>
        </div>
        {operators.length === 0 && <p className="note">{t('partners.noRules')}</p>}
        {operators.map((it) => (
          <Operator key={it.operator.id} rules={it} />
        ))}
      </div>
    </PublicLayout>
  )
}

function Operator({ rules }: { rules: OperatorRules }) {
  const { t } = useTranslation()
  const [current, ...earlier] = rules.versions
  if (!current) return null
  return (
    <section aria-labelledby={`o-${rules.operator.id}`}>
      <h2 id={`o-${rules.operator.id}`}>{rules.operator.name}</h2>
      <p className="facts">
        <span>{t('partners.version', { n: current.version })}</span>
        <span className="num">{date(current.publishedAt)}</span>
      </p>
      <h3>{t('partners.admission')}</h3>
      <p className="prose lines">{current.admission}</p>
      <h3>{t('partners.leaving')}</h3>
      <p className="prose lines">{current.leaving}</p>
      {earlier.map((it) => (
        <details key={it.version}>
          <summary>{t('partners.earlier', { n: it.version, day: date(it.publishedAt) })}</summary>
          <p className="prose lines">{it.admission}</p>
          <p className="prose lines">{it.leaving}</p>
        </details>
      ))}
      <h3>{t('partners.filedPartners', { n: rules.partners.length })}</h3>
      <ul className="p-list">
        {rules.partners.map((it) => (
          <li key={it.name}>
            <div className="p-item">
              <b>{it.name}</b>
              <p className="facts">
                <span>{t(`partners.kind.${it.kind}`)}</span>
                {it.since && <span>{t('partners.since', { day: date(it.since) })}</span>}
                {it.until && <span>{t('partners.until', { day: date(it.until) })}</span>}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
