import { SearchOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input, Select, Table, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { work } from '../../api/calls'
import type { CaseSummary } from '../../api/types'
import { word } from '../../i18n'
import { Empty } from '../../ui/Empty'
import { date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'
import { ExportCases } from './ExportCases'

const SIZE = 20

/** All cases that one's organisation takes part in. */
export default function CasesPage() {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const filter = useMemo(
    () => ({
      kind: params.get('kind') ?? undefined,
      q: params.get('q') || undefined,
      page: Number(params.get('page') ?? 0),
      size: SIZE,
    }),
    [params],
  )
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
    queryKey: ['cases', filter],
    queryFn: () => work.cases(filter),
    placeholderData: keepPreviousData,
  })
  const kinds = useQuery({
    queryKey: ['procedures'],
    queryFn: work.procedures,
    staleTime: Number.POSITIVE_INFINITY,
  }).data
  return (
    <Page
      title={t('menu.cases')}
      sub={t('work.casesIntro')}
      actions={<ExportCases kind={filter.kind} q={filter.q} />}
    >
      <div className="card">
        <div className="bar">
          <Select
            allowClear
            aria-label={t('work.column.kind')}
            placeholder={t('work.allKinds')}
            className="filter"
            value={filter.kind}
            onChange={(kind) => set('kind', kind)}
            options={kinds?.map(({ kind }) => ({ value: kind, label: word('work.kind', kind) }))}
          />
          <div className="grow" />
          <Input
            key={filter.q ?? ''}
            allowClear
            className="filter"
            aria-label={t('work.filter')}
            placeholder={t('work.filterHint')}
            prefix={<SearchOutlined aria-hidden />}
            defaultValue={filter.q}
            onPressEnter={(event) => set('q', event.currentTarget.value)}
            onBlur={(event) => set('q', event.currentTarget.value)}
            onClear={() => set('q')}
          />
        </div>
        <Table<CaseSummary>
          rowKey="id"
          size="middle"
          loading={!data}
          scroll={{ x: 640 }}
          dataSource={data?.items ?? []}
          columns={useColumns()}
          locale={{ emptyText: <Empty>{t('work.noCases')}</Empty> }}
          pagination={{
            current: filter.page + 1,
            pageSize: SIZE,
            total: data?.total ?? 0,
            showSizeChanger: false,
            showTotal: (n) => t('common.total', { n }),
            onChange: (next) => set('page', next > 1 ? String(next - 1) : undefined),
          }}
        />
      </div>
    </Page>
  )
}

function useColumns(): TableColumnsType<CaseSummary> {
  const { t } = useTranslation()
  return [
    {
      title: t('work.column.matter'),
      render: (_, it) => (
        <div className="t-title">
          <Link to={`/cases/${it.id}`}>{it.title}</Link>
          <div className="sub">
            <code>{it.number}</code>
            <span>{word('work.kind', it.kind)}</span>
          </div>
        </div>
      ),
    },
    { title: t('work.column.applicant'), width: 220, render: (_, it) => it.applicant.name },
    {
      title: t('work.column.stage'),
      width: 160,
      render: (_, it) => <Stage stage={it.stage} kind={it.kind} />,
    },
    {
      title: t('work.column.started'),
      width: 120,
      render: (_, it) => <span className="num">{date(it.startedOn)}</span>,
    },
  ]
}
