import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { products } from '../../api/market'
import { useUser } from '../../api/session'
import type { ProductLine } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'
import { BeginDialog } from './BeginDialog'

/** Products as those who make, review and supervise them see them. */
export default function ProductsPage() {
  const { t } = useTranslation()
  const { role } = useUser()
  const [beginning, setBeginning] = useState(false)
  const lines = useSuspenseQuery({ queryKey: ['products'], queryFn: products.list }).data
  return (
    <Page
      title={t('menu.products')}
      sub={t('products.intro')}
      actions={
        ['PARTNER', 'OPERATOR'].includes(role) && (
          <Button type="primary" onClick={() => setBeginning(true)}>
            {t('products.begin')}
          </Button>
        )
      }
    >
      <div className="card">
        <Table<ProductLine>
          rowKey="id"
          size="middle"
          scroll={{ x: 900 }}
          dataSource={lines}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          locale={{ emptyText: <Empty>{t('products.none')}</Empty> }}
          columns={[
            {
              title: t('products.product'),
              render: (_, it) => (
                <div className="t-title">
                  <Link to={`/products/${it.id}`}>{it.name}</Link>
                  <div className="sub">
                    <code>{it.number}</code>
                    <span>{t(`products.kind.${it.kind}`)}</span>
                    <span>{t(`products.purpose.${it.purpose}`)}</span>
                  </div>
                </div>
              ),
            },
            { title: t('products.owner'), width: 220, render: (_, it) => it.owner.name },
            { title: t('products.scenario'), width: 200, render: (_, it) => it.scenario },
            {
              title: t('products.filingNo'),
              width: 170,
              render: (_, it) =>
                it.filingNo ? (
                  <>
                    <code>{it.filingNo}</code>
                    <div className="sub num">{it.filedOn && date(it.filedOn)}</div>
                  </>
                ) : (
                  t('common.none')
                ),
            },
            {
              title: t('work.column.stage'),
              width: 130,
              render: (_, it) => <Stage stage={it.stage} kind="PRODUCT" />,
            },
          ]}
        />
      </div>
      {beginning && <BeginDialog onClose={() => setBeginning(false)} />}
    </Page>
  )
}
