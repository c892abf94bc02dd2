import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { disclosures } from '../../api/supervision'
import { date } from '../../ui/format'
import { useHeading } from '../../ui/Page'
import { PublicLayout } from '../../ui/PublicLayout'

/** What both disclosers have made public, year by year, as they signed it. */
export default function DisclosuresPage() {
  const { t } = useTranslation()
  const heading = useHeading(t('disclosure.title'))
  const lines = useSuspenseQuery({ queryKey: ['disclosures'], queryFn: disclosures.list }).data
  const years = [...new Set(lines.map((it) => it.year))]
  return (
    <PublicLayout>
      <div className="w p-body">
        <h1 ref={heading} tabIndex={-1}>
          {t('disclosure.title')}
        </h1>
        <p className="prose">{t('disclosure.intro')}</p>
        {lines.length === 0 && <p className="note">{t('disclosure.none')}</p>}
        {years.map((year) => (
          <section key={year} aria-labelledby={`year-${year}`}>
            <h2 id={`year-${year}`}>{t('disclosure.year', { year })}</h2>
            <ul className="p-list">
              {lines
                .filter((it) => it.year === year)
                .map((it) => (
                  <li key={it.id}>
                    <div className="p-item">
                      <h3>
                        <Link to={`/disclosures/${it.id}`}>{it.discloser.name}</Link>
                      </h3>
                      <p className="facts">
                        <span>{t(`disclosure.as.${it.discloser.kind}`)}</span>
                        <span className="num">{date(it.at)}</span>
                        <span>{t('disclosure.version', { n: it.version })}</span>
                        <span>
                          SM3 <code>{it.sm3.slice(0, 16)}…</code>
                        </span>
                      </p>
                    </div>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </PublicLayout>
  )
}
