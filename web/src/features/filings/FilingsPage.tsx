import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Space, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { fetchCertificate, filings, listings } from '../../api/exchange'
import type { Filing, NationalRecord } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { State, type Tone } from '../../ui/State'
import { CorrectDialog, NameDialog } from './dialogs'
import { RecordsTable } from './RecordsTable'

const TONES: Record<Filing['state'], Tone> = { VALID: 'ok', EXPIRED: 'err', CANCELLED: 'mute' }

type Open = { what: 'correct' | 'register' | 'list'; filing: Filing } | null

/** The district's filings, and the national registrations: two things with two numbers. */
export default function FilingsPage() {
  const { t } = useTranslation()
  const [open, setOpen] = useState<Open>(null)
  const list = useSuspenseQuery({ queryKey: ['filings'], queryFn: filings.list }).data
  const records = useSuspenseQuery({ queryKey: ['records'], queryFn: filings.records }).data
  const close = () => setOpen(null)
  return (
    <Page title={t('menu.filings')} sub={t('filings.intro')}>
      <h2 className="h">{t('filings.filings')}</h2>
      <div className="card pad0">
        <Table<Filing>
          size="middle"
          pagination={false}
          rowKey="id"
          scroll={{ x: 900 }}
          dataSource={list}
          locale={{ emptyText: <Empty>{t('filings.none')}</Empty> }}
          columns={[
            {
              title: t('filings.product'),
              key: 'product',
              render: (_, it) => (
                <>
                  <Link to={`/products/${it.product}`}>{it.productName}</Link>
                  <p className="sub">{it.owner.name}</p>
                </>
              ),
            },
            {
              title: t('filings.filingNo'),
              key: 'no',
              render: (_, it) => (
                <>
                  <code>{it.filingNo}</code>
                  {it.corrections.length > 0 && (
                    <p className="sub">{t('filings.corrected', { n: it.corrections.length })}</p>
                  )}
                </>
              ),
            },
            {
              title: t('filings.state'),
              key: 'state',
              render: (_, it) => (
                <State tone={TONES[it.state]}>{t(`filings.stateOf.${it.state}`)}</State>
              ),
            },
            {
              title: t('filings.validUntil'),
              key: 'until',
              render: (_, it) => (
                <>
                  <span className="num">{date(it.validUntil)}</span>{' '}
                  {it.endsSoon && <Tag color="gold">{t('filings.endsSoon')}</Tag>}
                </>
              ),
            },
            {
              title: t('filings.registration'),
              key: 'registration',
              render: (_, it) => <Registered record={it.registration} />,
            },
            {
              title: <span className="sr-only">{t('common.actions')}</span>,
              key: 'actions',
              render: (_, it) => (
                <Actions filing={it} onOpen={(what) => setOpen({ what, filing: it })} />
              ),
            },
          ]}
        />
      </div>
      <h2 className="h">{t('filings.records')}</h2>
      <RecordsTable records={records} />
      {open?.what === 'correct' && <CorrectDialog filing={open.filing} onClose={close} />}
      {open?.what === 'register' && <Register filing={open.filing} onClose={close} />}
      {open?.what === 'list' && <BeginListing filing={open.filing} onClose={close} />}
    </Page>
  )
}

function Registered({ record }: { record?: NationalRecord | null }) {
  const { t } = useTranslation()
  if (!record) return <span className="sub">{t('filings.unregistered')}</span>
  return record.code ? (
    <code>{record.code}</code>
  ) : (
    t(`work.stageOf.NATIONAL_RECORD.${record.stage}`)
  )
}

function Actions(props: {
  filing: Filing
  onOpen: (what: 'correct' | 'register' | 'list') => void
}) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { filing } = props
  const onError = (error: Error) => void message.error(error.message)
  const certificate = useMutation({ mutationFn: () => fetchCertificate(filing.id), onError })
  const renew = useMutation({
    mutationFn: () => filings.renew(filing.id, filing.version),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['filings'] }),
    onError,
  })
  const mine = filing.mine && filing.state === 'VALID'
  return (
    <Space wrap>
      {filing.state === 'VALID' && (
        <Button size="small" loading={certificate.isPending} onClick={() => certificate.mutate()}>
          {t('filings.certificate')}
        </Button>
      )}
      {filing.correctable && (
        <Button size="small" onClick={() => props.onOpen('correct')}>
          {t('filings.correct')}
        </Button>
      )}
      {filing.renewable && (
        <Button size="small" loading={renew.isPending} onClick={() => renew.mutate()}>
          {t('filings.renew')}
        </Button>
      )}
      {mine && !filing.registration && (
        <Button size="small" onClick={() => props.onOpen('register')}>
          {t('filings.register')}
        </Button>
      )}
      {mine && (
        <Button size="small" type="primary" onClick={() => props.onOpen('list')}>
          {t('filings.list')}
        </Button>
      )}
    </Space>
  )
}

function Register({ filing, onClose }: { filing: Filing; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const begin = useMutation({
    mutationFn: (agency: string) =>
      filings.begin({ about: 'PRODUCT', subject: filing.product, agency }),
    onSuccess: () => {
      for (const key of ['filings', 'records', 'tasks']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
      onClose()
    },
  })
  return (
    <NameDialog
      title={t('filings.register')}
      label={t('filings.agency')}
      error={begin.error}
      pending={begin.isPending}
      onSend={begin.mutate}
      onClose={onClose}
    />
  )
}

function BeginListing({ filing, onClose }: { filing: Filing; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const begin = useMutation({
    mutationFn: (exchange: string) => listings.begin({ product: filing.product, exchange }),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: ['listings'] })
      void navigate(`/listings/${made.id}`)
    },
  })
  return (
    <NameDialog
      title={t('filings.list')}
      label={t('filings.exchange')}
      error={begin.error}
      pending={begin.isPending}
      onSend={begin.mutate}
      onClose={onClose}
    />
  )
}
