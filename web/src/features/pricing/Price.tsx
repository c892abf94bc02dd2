import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pricing } from '../../api/market'
import { Empty } from '../../ui/Empty'
import { article, date } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { unitPrice } from './money'
import { PriceForm } from './PriceForm'

/** What a filed product costs, by which cap; whoever made it sets the next price here (art. 24). */
export function Price({ product, mine }: { product: string; mine: boolean }) {
  const { t } = useTranslation()
  const view = useQuery({
    queryKey: ['price', product],
    queryFn: () => pricing.product(product),
    throwOnError: false,
  })
  if (view.error) return <ProblemAlert error={view.error} />
  if (!view.data) return null
  const { cap, sheets } = view.data
  return (
    <section className="card" aria-labelledby="price">
      <h2 className="h" id="price">
        {t('pricing.priceTitle')} <small>{article('24')}</small>
      </h2>
      <p className="meta">
        {typeof cap === 'number' ? (
          <span>
            {t('pricing.capNow')} <b className="num">{unitPrice(cap)}</b>
          </span>
        ) : (
          <span>{t('pricing.noCap')}</span>
        )}
        <Link to="/pricing">{t('pricing.toPeriods')}</Link>
      </p>
      {sheets.length === 0 && <Empty>{t('pricing.noSheets')}</Empty>}
      <ul className="certificates">
        {sheets.map((it) => (
          <li key={it.id}>
            <div className="t-title">
              {t('pricing.perCall', { price: unitPrice(it.unit) })}
              <div className="sub">
                <span>{t('pricing.version', { n: it.version })}</span>
                <span>{t('pricing.capIs', { price: unitPrice(it.cap) })}</span>
                <span className="num">{t('pricing.since', { day: date(it.from) })}</span>
              </div>
              <div className="sub">{it.basis}</div>
            </div>
            <Link to={`/evidence/${it.evidence}`}>{t('work.evidenceOfAct')}</Link>
          </li>
        ))}
      </ul>
      {mine && <PriceForm product={product} />}
    </section>
  )
}
