import { useSuspenseQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { listings } from '../../api/exchange'
import type { Listing } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'

/** Products at a data exchange, the latest first. */
export default function ListingsPage() {
  const { t } = useTranslation()
  const list = useSuspenseQuery({ queryKey: ['listings'], queryFn: listings.list }).data
  return (
    <Page title={t('menu.listings')} sub={t('listings.intro')}>
      <div className="card pad0">
        <Table<Listing>
          size="middle"
          pagination={false}
          rowKey="id"
          scroll={{ x: 760 }}
          dataSource={list}
          locale={{ emptyText: <Empty>{t('listings.none')}</Empty> }}
          columns={[
            {
              title: t('listings.product'),
              key: 'product',
              render: (_, it) => (
                <>
                  <Link to={`/listings/${it.id}`}>{it.productName}</Link>
                  <p className="sub">
                    <code>{it.number}</code> {it.owner.name}
                  </p>
                </>
              ),
            },
            { title: t('listings.exchange'), dataIndex: 'exchange' },
            {
              title: t('work.column.stage'),
              key: 'stage',
              render: (_, it) => <Stage stage={it.stage} kind="LISTING" />,
            },
            {
              title: t('listings.exchangeNo'),
              key: 'no',
              render: (_, it) => it.exchangeNo && <code>{it.exchangeNo}</code>,
            },
            {
              title: t('listings.begunOn'),
              key: 'begun',
              render: (_, it) => <span className="num">{date(it.begunOn)}</span>,
            },
          ]}
        />
      </div>
    </Page>
  )
}
