import { useSuspenseQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pricing } from '../../api/market'
import type { Income } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { number } from '../../ui/format'
import { Page } from '../../ui/Page'
import { money } from './money'

const thisYear = () => new Date().getFullYear()

/** What each processor took in within a period, by product (art. 36). */
export default function IncomePage() {
  const { t } = useTranslation()
  const [from, setFrom] = useState(`${thisYear()}-01-01`)
  const [until, setUntil] = useState(`${thisYear()}-12-31`)
  const statements = useSuspenseQuery({
    queryKey: ['income', from, until],
    queryFn: () => pricing.income(from, until),
  }).data
  return (
    <Page title={t('menu.income')} sub={t('pricing.incomeIntro')}>
      <p className="meta">
        <Input
          type="date"
          aria-label={t('pricing.from')}
          value={from}
          onChange={(event) => event.target.value && setFrom(event.target.value)}
        />
        <Input
          type="date"
          aria-label={t('pricing.until')}
          value={until}
          onChange={(event) => event.target.value && setUntil(event.target.value)}
        />
      </p>
      {statements.length === 0 && (
        <div className="card">
          <Empty>{t('pricing.noIncome')}</Empty>
        </div>
      )}
      {statements.map((it) => (
        <Statement key={`${it.processor.id} ${it.processor.kind}`} income={it} />
      ))}
    </Page>
  )
}

function Statement({ income }: { income: Income }) {
  const { t } = useTranslation()
  const rows: [string, string][] = [
    ...income.products.map((it): [string, string] => [
      t('pricing.productIncome', {
        product: it.name,
        uses: number(it.uses),
        free: number(it.free),
      }),
      money(it.revenue),
    ]),
    [t('pricing.revenue'), money(income.revenue)],
    [t('pricing.costsOfPeriod'), money(income.costs)],
    [t('pricing.result'), money(income.result)],
  ]
  return (
    <section className="card" aria-labelledby={income.processor.id}>
      <h2 className="h" id={income.processor.id}>
        {income.processor.name} <small>{t(`common.role.${income.processor.kind}`)}</small>
      </h2>
      <dl className="kv">
        {rows.map(([label, amount]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="num">{amount}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
