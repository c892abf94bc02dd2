import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { quality } from '../../api/market'
import { useUser } from '../../api/session'
import type { Ticket } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { date, moment } from '../../ui/format'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'
import { TicketDialog } from './TicketDialog'

/** Wrong values of products, traced back to the departments that answer for them (art. 25). */
export default function QualityPage() {
  const { t } = useTranslation()
  const { role } = useUser()
  const [reporting, setReporting] = useState(false)
  const tickets = useSuspenseQuery({ queryKey: ['tickets'], queryFn: quality.list }).data
  return (
    <Page
      title={t('menu.quality')}
      sub={t('quality.intro')}
      actions={
        ['PARTNER', 'OPERATOR'].includes(role) && (
          <Button type="primary" onClick={() => setReporting(true)}>
            {t('quality.report')}
          </Button>
        )
      }
    >
      <div className="card">
        <Table<Ticket>
          rowKey={(it) => it.ticket.id}
          size="middle"
          scroll={{ x: 900 }}
          dataSource={tickets}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          locale={{ emptyText: <Empty>{t('quality.none')}</Empty> }}
          columns={[
            {
              title: t('quality.fault'),
              render: (_, { ticket }) => (
                <div className="t-title">
                  <Link to={`/quality/${ticket.id}`}>
                    {ticket.productName} · {ticket.column}
                  </Link>
                  <div className="sub">
                    <code>{ticket.number}</code>
                    <span>{ticket.reporter.name}</span>
                    <span className="num">{date(ticket.reportedOn)}</span>
                  </div>
                </div>
              ),
            },
            {
              title: t('quality.origin'),
              width: 240,
              render: (_, { ticket }) => (
                <>
                  {ticket.resourceTitle}
                  <div className="sub">
                    <code>{ticket.origin}</code>
                  </div>
                </>
              ),
            },
            {
              title: t('quality.department'),
              width: 200,
              render: (_, it) => it.ticket.department.name,
            },
            {
              title: t('work.column.stage'),
              width: 140,
              render: (_, it) => <Stage stage={it.ticket.stage} kind="QUALITY" />,
            },
          ]}
        />
      </div>
      <Notices />
      {reporting && <TicketDialog onClose={() => setReporting(false)} />}
    </Page>
  )
}

function Notices() {
  const { t } = useTranslation()
  const notices = useSuspenseQuery({ queryKey: ['qualityNotices'], queryFn: quality.notices }).data
  if (notices.length === 0) return null
  return (
    <section className="card" aria-labelledby="told">
      <h2 className="h" id="told">
        {t('quality.notices')}
      </h2>
      <ul className="certificates">
        {notices.map((it) => (
          <li key={`${it.ticket} ${it.product} ${it.stage}`}>
            <div className="t-title">{it.productName}</div>
            <Stage stage={it.stage} kind="QUALITY" />
            <span className="num">{moment(it.at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
