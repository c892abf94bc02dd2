import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { duties } from '../../api/supervision'
import type { DutyLine } from '../../api/types'
import { word } from '../../i18n'
import { Empty } from '../../ui/Empty'
import { article, date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { DutyName, DutyState } from './DutyState'

const STATES: DutyLine['state'][] = [
  'OVERDUE',
  'SOON',
  'OPEN',
  'RETURNED',
  'SUBMITTED',
  'WAITING_LONG',
  'DONE',
  'DONE_LATE',
]
const ARTICLES = ['26', '27', '28', '29', '30', '31', '34', '35', '36', '41']
const SIZE = 20

/** The register: what one owes, is to accept, or supervises. */
export default function DutiesPage() {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const filter = {
    state: params.get('state') ?? undefined,
    article: params.get('article') ?? undefined,
    page: Number(params.get('page') ?? 0),
    size: SIZE,
  }
  const set = (name: string, value?: string) =>
    setParams(
      (now) => {
        if (value) now.set(name, value)
        else now.delete(name)
        if (name !== 'page') now.delete('page')
        return now
      },
      { replace: true },
    )
  const { data } = useQuery({
    queryKey: ['duties', filter],
    queryFn: () => duties.list(filter),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={t('menu.duties')} sub={t('supervision.dutiesIntro')}>
      <div className="card">
        <div className="bar">
          <Select
            allowClear
            className="filter"
            aria-label={t('work.column.stage')}
            placeholder={t('supervision.allStates')}
            value={filter.state}
            onChange={(value) => set('state', value)}
            options={STATES.map((value) => ({ value, label: word('supervision.state', value) }))}
          />
          <Select
            allowClear
            className="filter"
            aria-label={t('work.procedure.article')}
            placeholder={t('supervision.allArticles')}
            value={filter.article}
            onChange={(value) => set('article', value)}
            options={ARTICLES.map((value) => ({ value, label: article(value) }))}
          />
        </div>
        <Table<DutyLine>
          rowKey="id"
          size="middle"
          loading={!data}
          scroll={{ x: 860 }}
          dataSource={data?.items ?? []}
          locale={{ emptyText: <Empty>{t('supervision.noDuties')}</Empty> }}
          pagination={{
            current: filter.page + 1,
            pageSize: SIZE,
            total: data?.total ?? 0,
            showSizeChanger: false,
            showTotal: (n) => t('common.total', { n }),
            onChange: (next) => set('page', next > 1 ? String(next - 1) : undefined),
          }}
          columns={[
            { title: t('supervision.duty'), render: (_, it) => <DutyName line={it} /> },
            { title: t('supervision.party'), width: 240, render: (_, it) => it.owner.name },
            {
              title: t('supervision.lastDay'),
              width: 130,
              render: (_, it) => <span className="num">{date(it.due)}</span>,
            },
            {
              title: t('supervision.submittedOn'),
              width: 130,
              render: (_, it) => (
                <span className="num">
                  {it.submittedOn ? date(it.submittedOn) : t('common.none')}
                </span>
              ),
            },
            {
              title: t('work.column.stage'),
              width: 140,
              render: (_, it) => <DutyState state={it.state} />,
            },
          ]}
        />
      </div>
    </Page>
  )
}
