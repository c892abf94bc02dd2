import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { own } from '../../api/own'
import type { OwnTable } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { moment, number } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { State } from '../../ui/State'
import { OwnTableConfirm } from './OwnTableConfirm'

const POLL_MS = 1_000
const UNDER_WAY = ['WAITING', 'RECEIVING', 'READING', 'LANDING']
const OVER = ['FAILED', 'DISCARDED', 'DESTROYED']

export const ownQuery = (workspace: string) => ({
  queryKey: ['own', workspace],
  queryFn: () => own.list(workspace),
})

/** The tables that take part, each with its columns and by what right it is there. */
export function OwnTableList({ workspace }: { workspace: string }) {
  const { t } = useTranslation()
  const tables = useQuery({
    ...ownQuery(workspace),
    throwOnError: false,
    refetchInterval: ({ state }) =>
      state.data?.some((it) => UNDER_WAY.includes(it.state)) ? POLL_MS : false,
  })
  if (tables.isError) return <ProblemAlert error={tables.error} />
  if (tables.data?.length === 0) return <Empty>{t('own.none')}</Empty>
  return tables.data?.map((table) => <OwnTableCard key={table.id} table={table} />)
}

function OwnTableCard({ table }: { table: OwnTable }) {
  const { t } = useTranslation()
  const over = OVER.includes(table.state)
  return (
    <section className="card" aria-label={table.title}>
      <h2 className="h">
        {table.title} <code>{table.name}</code>{' '}
        <State tone={table.state === 'LANDED' ? 'ok' : over ? 'mute' : 'wait'}>
          {t(`own.state.${table.state}`)}
        </State>
      </h2>
      <p className="meta">
        <span>{t(`own.basisOf.${table.basis}`)}</span>
        <span>{table.statement}</span>
        <span className="num">
          {t(table.mine ? 'own.exactRows' : 'own.rows', { n: number(table.rows) })}
        </span>
        <span>
          {table.personName} <span className="num">{moment(table.at)}</span>
        </span>
        <Link to={`/evidence/${table.evidence}`}>{t('work.evidenceOfAct')}</Link>
      </p>
      {table.problem && <p className="sub">{table.problem}</p>}
      {!table.oneRowEach && <p className="sub">{t('own.several')}</p>}
      {table.mine && table.state === 'STAGED' ? (
        <OwnTableConfirm table={table} />
      ) : (
        table.columns.length > 0 && <OwnColumns table={table} />
      )}
      {table.mine && !over && <Destroy table={table} />}
    </section>
  )
}

function OwnColumns({ table }: { table: OwnTable }) {
  const { t } = useTranslation()
  return (
    <Table
      rowKey="name"
      size="small"
      pagination={false}
      dataSource={table.columns}
      columns={[
        {
          title: t('own.column'),
          render: (_, it) => (
            <>
              <code>{it.name}</code>
              <div className="sub">{it.label}</div>
            </>
          ),
        },
        {
          title: t('own.class'),
          render: (_, it) => (
            <>
              {t(`data.class.${it.columnClass}`)}
              {it.name === table.subject && <div className="sub">{t('own.subject')}</div>}
            </>
          ),
        },
      ]}
    />
  )
}

function Destroy({ table }: { table: OwnTable }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const destroy = useMutation({
    mutationFn: () => own.destroy(table.workspace, table.id),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['own', table.workspace] }),
  })
  return (
    <>
      <ProblemAlert error={destroy.error} />
      <Popconfirm title={t('own.destroyText')} onConfirm={() => destroy.mutate()}>
        <Button danger loading={destroy.isPending}>
          {t('own.destroy')}
        </Button>
      </Popconfirm>
    </>
  )
}
