import { useSuspenseQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { mandates } from '../../api/calls'
import type { MandateSummary } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'

/** The authorisation agreements of article 12. */
export default function MandatesPage() {
  const { t } = useTranslation()
  const lines = useSuspenseQuery({ queryKey: ['mandates'], queryFn: mandates.list }).data
  return (
    <Page title={t('menu.mandates')} sub={t('mandate.intro')}>
      <div className="card">
        <Table<MandateSummary>
          rowKey="id"
          size="middle"
          pagination={false}
          scroll={{ x: 640 }}
          dataSource={lines}
          locale={{ emptyText: <Empty>{t('mandate.none')}</Empty> }}
          columns={[
            {
              title: t('agreement.agreement'),
              render: (_, it) => (
                <div className="t-title">
                  <Link to={`/mandates/${it.id}`}>{it.title}</Link>
                  <div className="sub">
                    <code>{it.number}</code>
                  </div>
                </div>
              ),
            },
            {
              title: t('agreement.term'),
              width: 260,
              render: (_, it) => (
                <span className="num">
                  {it.from && it.until
                    ? t('agreement.fromTo', { from: date(it.from), until: date(it.until) })
                    : t('common.none')}
                </span>
              ),
            },
            {
              title: t('work.column.stage'),
              width: 150,
              render: (_, it) => <Stage stage={it.stage} kind="MANDATE" />,
            },
          ]}
        />
      </div>
    </Page>
  )
}
