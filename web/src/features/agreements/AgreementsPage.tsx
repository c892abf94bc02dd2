import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { agreements } from '../../api/calls'
import type { AgreementSummary } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'

export default function AgreementsPage() {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const page = Number(params.get('page') ?? 0)
  const { data } = useQuery({
    queryKey: ['agreements', page],
    queryFn: () => agreements.list(page),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={t('menu.agreements')} sub={t('agreement.listIntro')}>
      <div className="card">
        <Table<AgreementSummary>
          rowKey="id"
          size="middle"
          loading={!data}
          scroll={{ x: 640 }}
          dataSource={data?.items ?? []}
          locale={{ emptyText: <Empty>{t('agreement.none')}</Empty> }}
          pagination={{
            current: page + 1,
            pageSize: data?.size ?? 20,
            total: data?.total ?? 0,
            showTotal: (n) => t('common.total', { n }),
            onChange: (next) => setParams(next > 1 ? { page: String(next - 1) } : {}),
          }}
          columns={[
            {
              title: t('agreement.agreement'),
              render: (_, it) => (
                <div className="t-title">
                  <Link to={`/agreements/${it.id}`}>{it.title}</Link>
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
              width: 140,
              render: (_, it) => <Stage stage={it.stage} />,
            },
          ]}
        />
      </div>
    </Page>
  )
}
