import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pricing } from '../../api/market'
import { useUser } from '../../api/session'
import type { BillLine } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { date, number } from '../../ui/format'
import { Page } from '../../ui/Page'
import { State } from '../../ui/State'
import { Caps } from './Caps'
import { CostDialog } from './CostDialog'
import { Costs } from './Costs'
import { money } from './money'
import { PeriodDialog } from './PeriodDialog'
import { Recomputed } from './Recomputed'
import { Uses } from './Uses'

const LEDGER = ['OPERATOR', 'AUTHORITY', 'MARKET_REGULATOR', 'AUDIT_ADMIN']

/** From the ledger of costs to the bill: what is permitted, what is capped, what was used (art. 24). */
export default function PricingPage() {
  const { t } = useTranslation()
  const { role } = useUser()
  const [entering, setEntering] = useState(false)
  const [setting, setSetting] = useState(false)
  const periods = useSuspenseQuery({ queryKey: ['periods'], queryFn: pricing.periods }).data
  return (
    <Page
      title={t('menu.pricing')}
      sub={t('pricing.intro')}
      actions={
        <>
          {role === 'OPERATOR' && (
            <Button type="primary" onClick={() => setEntering(true)}>
              {t('pricing.enterCost')}
            </Button>
          )}
          {role === 'AUTHORITY' && (
            <Button type="primary" onClick={() => setSetting(true)}>
              {t('pricing.setPeriod')}
            </Button>
          )}
        </>
      }
    >
      {periods.length === 0 && (
        <div className="card">
          <Empty>{t('pricing.noPeriods')}</Empty>
        </div>
      )}
      {periods.map((it) => (
        <Recomputed key={it.id} period={it} />
      ))}
      {role === 'AUTHORITY' && periods.length > 0 && <Caps periods={periods} />}
      {['PARTNER', 'OPERATOR'].includes(role) && <Uses />}
      <Bills />
      {LEDGER.includes(role) && <Costs mine={role === 'OPERATOR'} />}
      {setting && <PeriodDialog onClose={() => setSetting(false)} />}
      {entering && <CostDialog onClose={() => setEntering(false)} />}
    </Page>
  )
}

function Bills() {
  const { t } = useTranslation()
  const bills = useSuspenseQuery({ queryKey: ['bills'], queryFn: pricing.bills }).data
  return (
    <section className="card" aria-labelledby="bills">
      <h2 className="h" id="bills">
        {t('pricing.bills')}
      </h2>
      <Table<BillLine>
        rowKey={(it) => it.bill.id}
        size="middle"
        scroll={{ x: 900 }}
        pagination={false}
        dataSource={bills}
        locale={{ emptyText: <Empty>{t('pricing.noBills')}</Empty> }}
        columns={[
          {
            title: t('pricing.bill'),
            render: (_, { bill }) => (
              <div className="t-title">
                {bill.productName}
                <div className="sub">
                  <code>{bill.number}</code>
                  <span className="num">
                    {date(bill.from)} – {date(bill.until)}
                  </span>
                </div>
              </div>
            ),
          },
          { title: t('pricing.customer'), width: 220, render: (_, it) => it.bill.customer.name },
          {
            title: t('pricing.used'),
            width: 120,
            align: 'right',
            render: (_, { bill }) => (
              <span className="num">
                {number(bill.billable)} / {number(bill.uses)}
              </span>
            ),
          },
          {
            title: t('pricing.amount'),
            width: 140,
            align: 'right',
            render: (_, it) => <span className="num">{money(it.bill.amount)}</span>,
          },
          {
            title: t('pricing.check'),
            width: 160,
            render: (_, it) =>
              it.adds ? (
                <State tone="ok">{t('pricing.adds')}</State>
              ) : (
                <State tone="err">{t('pricing.addsNot')}</State>
              ),
          },
        ]}
      />
    </section>
  )
}
