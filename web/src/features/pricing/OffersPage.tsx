import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { pricing } from '../../api/market'
import type { Offer } from '../../api/types'
import { date } from '../../ui/format'
import { useHeading } from '../../ui/Page'
import { PublicLayout } from '../../ui/PublicLayout'
import { unitPrice } from './money'

/** The filed products with their prices, for anybody to read (art. 22, 24). */
export default function OffersPage() {
  const { t } = useTranslation()
  const heading = useHeading(t('pricing.offers'))
  const offers = useSuspenseQuery({ queryKey: ['offers'], queryFn: pricing.offers }).data
  return (
    <PublicLayout>
      <div className="w p-body">
        <h1 ref={heading} tabIndex={-1}>
          {t('pricing.offers')}
        </h1>
        <p className="prose">{t('pricing.offersIntro')}</p>
        {offers.length === 0 && <p className="note">{t('pricing.noOffers')}</p>}
        <ul className="p-list">
          {offers.map((offer) => (
            <li key={offer.id}>
              <div className="p-item">
                <h2>{offer.name}</h2>
                <p className="facts">
                  <code>{offer.filingNo}</code>
                  <span>{t(`products.kind.${offer.kind}`)}</span>
                  <span>{offer.owner}</span>
                  <span>{t('pricing.forScenario', { scenario: offer.scenario })}</span>
                </p>
                <p>{offer.wayOfUse}</p>
              </div>
              <Price offer={offer} />
            </li>
          ))}
        </ul>
      </div>
    </PublicLayout>
  )
}

function Price({ offer }: { offer: Offer }) {
  const { t } = useTranslation()
  if (offer.purpose !== 'INDUSTRY') return <b>{t('pricing.free')}</b>
  const { unit, cap } = offer
  if (typeof unit !== 'number' || typeof cap !== 'number') return <b>{t('pricing.notPriced')}</b>
  return (
    <div className="num">
      <b>{t('pricing.perCall', { price: unitPrice(unit) })}</b>
      <p className="facts">
        <span>{t('pricing.capIs', { price: unitPrice(cap) })}</span>
        {offer.freeCalls > 0 && <span>{t('pricing.freeCalls', { n: offer.freeCalls })}</span>}
        {offer.priceFrom && <span>{t('pricing.since', { day: date(offer.priceFrom) })}</span>}
      </p>
    </div>
  )
}
