import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { pricing } from '../../api/market'
import type { MeteredUse } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { number } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { money } from './money'

/** What was metered of the own products, and the bill for what no bill has yet. */
export function Uses() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const uses = useSuspenseQuery({ queryKey: ['uses'], queryFn: pricing.uses }).data
  const bill = useMutation({
    mutationFn: (it: MeteredUse) => pricing.bill({ product: it.product, customer: it.customer }),
    onSuccess: () => {
      for (const key of ['bills', 'uses', 'income']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
    },
  })
  return (
    <section className="card" aria-labelledby="uses">
      <h2 className="h" id="uses">
        {t('pricing.uses')}
      </h2>
      <ProblemAlert error={bill.error} />
      <Table<MeteredUse>
        rowKey={(it) => `${it.product} ${it.customer} ${it.month}`}
        size="middle"
        scroll={{ x: 800 }}
        pagination={false}
        dataSource={uses}
        locale={{ emptyText: <Empty>{t('pricing.noUses')}</Empty> }}
        columns={[
          {
            title: t('products.product'),
            render: (_, it) => (
              <div className="t-title">
                {it.productName}
                <div className="sub">
                  <span className="num">{it.month.slice(0, 7)}</span>
                </div>
              </div>
            ),
          },
          { title: t('pricing.customer'), width: 220, dataIndex: 'customerName' },
          {
            title: t('pricing.used'),
            width: 120,
            align: 'right',
            render: (_, it) => (
              <span className="num">
                {number(it.billable)} / {number(it.uses)}
              </span>
            ),
          },
          {
            title: t('pricing.amount'),
            width: 140,
            align: 'right',
            render: (_, it) => <span className="num">{money(it.amount)}</span>,
          },
          {
            title: t('work.column.action'),
            width: 130,
            render: (_, it) => (
              <Button type="link" loading={bill.isPending} onClick={() => bill.mutate(it)}>
                {t('pricing.issue')}
              </Button>
            ),
          },
        ]}
      />
    </section>
  )
}
