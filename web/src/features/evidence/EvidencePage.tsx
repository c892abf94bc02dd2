import { DownloadOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input, Table } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { evidence, work } from '../../api/calls'
import { useUser } from '../../api/session'
import type { EvidenceEntry } from '../../api/types'
import { word } from '../../i18n'
import { Empty } from '../../ui/Empty'
import { article, moment, number } from '../../ui/format'
import { Page } from '../../ui/Page'
import { Offline } from './Offline'

/** Every act in its log: who, what, by which article, and the proof to take away. */
export default function EvidencePage() {
  const { t } = useTranslation()
  const watches = useUser().role.endsWith('_REGULATOR')
  const [params, setParams] = useSearchParams()
  const query = useMemo(
    () => ({
      case: params.get('case') ?? undefined,
      q: params.get('q') || undefined,
      page: Number(params.get('page') ?? 0),
    }),
    [params],
  )
  const set = (name: string, value: string) =>
    setParams((now) => {
      if (value) now.set(name, value)
      else now.delete(name)
      if (name !== 'page') now.delete('page')
      return now
    })
  const { data } = useQuery({
    queryKey: ['evidence', query],
    queryFn: () => evidence.list(query),
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title={t('menu.evidence')}
      sub={
        query.case ? (
          <OfCase id={query.case} />
        ) : (
          <p>{t(watches ? 'evidence.introRegulator' : 'evidence.intro')}</p>
        )
      }
    >
      <div className="cols">
        <div className="card col-m">
          <div className="bar">
            {query.case && (
              <Button size="small" onClick={() => set('case', '')}>
                {t('evidence.all')}
              </Button>
            )}
            <div className="grow" />
            <Input.Search
              allowClear
              className="filter"
              aria-label={t('evidence.search')}
              placeholder={t('evidence.search')}
              defaultValue={query.q}
              onSearch={(value) => set('q', value)}
            />
          </div>
          <Entries
            entries={data?.items ?? []}
            loading={!data}
            page={query.page}
            size={data?.size ?? 20}
            total={data?.total ?? 0}
            onTurn={(page) => set('page', page ? String(page) : '')}
          />
        </div>
        <aside className="col-s">
          <CheckpointCard />
          <Offline />
        </aside>
      </div>
    </Page>
  )
}

function OfCase({ id }: { id: string }) {
  const { t } = useTranslation()
  const file = useQuery({
    queryKey: ['case', id],
    queryFn: () => work.case(id),
    throwOnError: false,
  })
  return (
    <p>
      {t('evidence.ofCase')}{' '}
      {file.data ? <Link to={`/cases/${id}`}>{`${file.data.number} ${file.data.title}`}</Link> : id}
    </p>
  )
}

interface EntriesProps {
  entries: EvidenceEntry[]
  loading: boolean
  page: number
  size: number
  total: number
  onTurn: (page: number) => void
}

function Entries({ entries, loading, page, size, total, onTurn }: EntriesProps) {
  const { t } = useTranslation()
  return (
    <Table<EvidenceEntry>
      rowKey="id"
      size="middle"
      loading={loading}
      scroll={{ x: 760 }}
      dataSource={entries}
      locale={{ emptyText: <Empty>{t('evidence.none')}</Empty> }}
      pagination={{
        current: page + 1,
        pageSize: size,
        total,
        showSizeChanger: false,
        showTotal: (n) => t('common.total', { n }),
        onChange: (next) => onTurn(next - 1),
      }}
      columns={[
        {
          title: t('evidence.index'),
          width: 84,
          align: 'right',
          render: (_, it) => (
            <span className="num">{it.index < 0 ? t('evidence.waiting') : number(it.index)}</span>
          ),
        },
        {
          title: t('evidence.act'),
          render: (_, it) => (
            <>
              <Link to={`/evidence/${it.id}`}>{word('evidence.acts', it.act)}</Link>
              <div className="sub">{article(it.article)}</div>
            </>
          ),
        },
        {
          title: t('evidence.who'),
          render: (_, it) => (
            <>
              {it.person}
              <div className="sub">
                {it.organisation} {word('common.role', it.role)}
              </div>
            </>
          ),
        },
        {
          title: t('evidence.at'),
          width: 150,
          render: (_, it) => <span className="num">{moment(it.at)}</span>,
        },
        {
          title: t('evidence.receipt'),
          width: 110,
          align: 'right',
          render: (_, it) => <ReceiptLink id={it.id} index={it.index} />,
        },
      ]}
    />
  )
}

export function ReceiptLink({ id, index }: { id: string; index: number }) {
  const { t } = useTranslation()
  return (
    <a
      href={`/api/evidence/${id}/receipt`}
      download={`receipt-${id}.json`}
      aria-label={t('evidence.receiptOf', { index })}
    >
      <DownloadOutlined aria-hidden /> {t('evidence.receipt')}
    </a>
  )
}

function CheckpointCard() {
  const { t } = useTranslation()
  const checkpoint = useQuery({
    queryKey: ['evidence', 'checkpoint'],
    queryFn: evidence.checkpoint,
    throwOnError: false,
  }).data
  if (!checkpoint) return null
  return (
    <section className="card" aria-labelledby="checkpoint">
      <h2 className="h" id="checkpoint">
        {t('evidence.checkpoint')}
      </h2>
      <dl className="stack-list">
        <dt>{t('evidence.size')}</dt>
        <dd className="num">{number(checkpoint.size)}</dd>
        <dt>{t('evidence.root')}</dt>
        <dd>
          <code className="break">{checkpoint.root}</code>
        </dd>
        <dt>{t('evidence.at')}</dt>
        <dd className="num">{moment(checkpoint.at)}</dd>
        <dt>{t('evidence.key')}</dt>
        <dd>
          <code className="break">{checkpoint.keyId}</code>
        </dd>
      </dl>
      <p>
        <a href="/api/evidence/key" download="evidence-key.pem">
          {t('evidence.downloadKey')}
        </a>
      </p>
    </section>
  )
}
