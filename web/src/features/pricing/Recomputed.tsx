import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PricePeriod } from '../../api/types'
import { date, number } from '../../ui/format'
import { State } from '../../ui/State'
import { money, unitPrice } from './money'

/** A period with every term, computed again from the ledger whenever it is asked for. */
export function Recomputed({ period }: { period: PricePeriod }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { ledger, caps, capSum, lines, same, within } = period.computed
  const terms: [string, string][] = [
    ...lines.map((it): [string, string] => [t(`pricing.line.${it.line}`), money(it.counted)]),
    ['C', money(ledger.cost)],
    [t('pricing.profit', { rate: ledger.rateBp / 100 }), money(ledger.profit)],
    [t('pricing.tax'), money(ledger.tax)],
    [t('pricing.most'), money(ledger.most)],
    [t('pricing.carryOver'), money(ledger.carryOver)],
    [t('pricing.left'), money(ledger.left)],
    ...caps.map((it): [string, string] => [
      t('pricing.capTerm', {
        product: it.product,
        cap: unitPrice(it.cap),
        volume: number(it.volume),
      }),
      money(it.revenue),
    ]),
    [t('pricing.capSum'), money(capSum)],
  ]
  return (
    <section className="card" aria-labelledby={period.id}>
      <h2 className="h" id={period.id}>
        {t('pricing.period', { from: date(period.from), until: date(period.until) })}{' '}
        <small>{period.operatorName}</small>
      </h2>
      <p className="prose">{t('pricing.formula')}</p>
      <dl className="kv">
        {terms.map(([label, amount]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="num">{amount}</dd>
          </div>
        ))}
      </dl>
      <p className="meta">
        <State tone={same ? 'ok' : 'err'}>{t(same ? 'pricing.same' : 'pricing.sameNot')}</State>
        <State tone={within ? 'ok' : 'err'}>
          {t(within ? 'pricing.within' : 'pricing.withinNot')}
        </State>
        <Button
          size="small"
          onClick={() => void queries.invalidateQueries({ queryKey: ['periods'] })}
        >
          {t('pricing.recompute')}
        </Button>
      </p>
    </section>
  )
}
