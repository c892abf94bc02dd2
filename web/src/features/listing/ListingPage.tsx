import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Alert, App, Breadcrumb, Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { listings } from '../../api/exchange'
import type { Listing } from '../../api/types'
import i18n from '../../i18n'
import { Empty } from '../../ui/Empty'
import { date, moment, number } from '../../ui/format'
import { MoveCard } from '../../ui/MoveCard'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'

/** One listing: its package, where it stands at the exchange, and its trades. */
export default function ListingPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const listing = useSuspenseQuery({
    queryKey: ['listing', id],
    queryFn: () => listings.read(id),
    refetchInterval: (query) => (query.state.data?.stage === 'SENT' ? 2000 : false),
  }).data
  return (
    <Page
      className="case"
      title={listing.productName}
      mark={<Stage stage={listing.stage} kind="LISTING" />}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/listings">{t('menu.listings')}</Link> },
            { title: listing.number },
          ]}
        />
      }
      sub={
        <p className="meta">
          <code>{listing.number}</code>
          <span>{listing.owner.name}</span>
          <span>{listing.exchange}</span>
          {listing.exchangeNo && <code>{listing.exchangeNo}</code>}
        </p>
      }
      actions={
        <Button onClick={() => void navigate(`/cases/${listing.caseId}`)}>
          {t('agreement.toCase')}
        </Button>
      }
    >
      {listing.reason && (
        <Alert
          type="warning"
          showIcon
          className="problem"
          title={t('listings.reason')}
          description={i18n.t(`listings.why.${listing.reason}`, { defaultValue: listing.reason })}
        />
      )}
      <div className="cols">
        <div className="col-m">
          <Package listing={listing} />
          <Trades listing={listing} />
        </div>
        <aside className="col-s">
          <Moves key={listing.version} listing={listing} />
        </aside>
      </div>
    </Page>
  )
}

function Package({ listing }: { listing: Listing }) {
  const { t } = useTranslation()
  return (
    <section className="card">
      <h2 className="h">{t('listings.package')}</h2>
      {listing.packageSm3 && listing.preparedAt ? (
        <>
          <dl className="stack-list">
            <dt>{t('listings.filing')}</dt>
            <dd>
              <code>{listing.filingNo}</code>
            </dd>
            <dt>{t('listings.preparedAt')}</dt>
            <dd className="num">{moment(listing.preparedAt)}</dd>
            <dt>SM3</dt>
            <dd>
              <code>{listing.packageSm3.slice(0, 32)}…</code>
            </dd>
          </dl>
          <p>
            <a href={`/api/listings/${listing.id}/package`} download={`${listing.number}.zip`}>
              {t('listings.download')}
            </a>
          </p>
          <p className="sub">{t('listings.verify')}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
          <pre className="code" tabIndex={0}>
            {`java -jar ledger-verify.jar ${listing.number}.zip --key evidence-key.pem`}
          </pre>
        </>
      ) : (
        <p className="prose">{t('listings.packageNone')}</p>
      )}
    </section>
  )
}

function Trades({ listing }: { listing: Listing }) {
  const { t } = useTranslation()
  return (
    <section>
      <h2 className="h">{t('listings.trades')}</h2>
      <div className="card pad0">
        <Table<Listing['trades'][number]>
          size="small"
          pagination={false}
          rowKey="trade"
          scroll={{ x: 480 }}
          dataSource={listing.trades}
          locale={{ emptyText: <Empty>{t('listings.tradesNone')}</Empty> }}
          columns={[
            {
              title: t('listings.trade'),
              key: 'trade',
              render: (_, it) => <Link to={`/evidence/${it.evidence}`}>{it.trade}</Link>,
            },
            { title: t('listings.buyer'), dataIndex: 'buyer' },
            {
              title: t('listings.amount'),
              key: 'amount',
              align: 'right',
              render: (_, it) => <span className="num">{number(it.amount)}</span>,
            },
            {
              title: t('listings.day'),
              key: 'day',
              render: (_, it) => <span className="num">{date(it.day)}</span>,
            },
          ]}
        />
      </div>
    </section>
  )
}

function Moves({ listing }: { listing: Listing }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const send = useMutation({
    mutationFn: (move: { step: string; opinion: string }) =>
      listings.move(listing.id, { ...move, version: listing.version }),
    onSuccess: (after) => {
      queries.setQueryData(['listing', listing.id], after)
      for (const key of ['listings', 'tasks', 'case']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
      void message.success(t('listings.sent'))
    },
  })
  return (
    <MoveCard
      open={listing.open}
      waiting={t('listings.waiting')}
      error={send.error}
      pending={send.isPending}
      onSend={send.mutate}
    />
  )
}
