import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Breadcrumb, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { quality } from '../../api/market'
import type { Ticket } from '../../api/types'
import { date, moment } from '../../ui/format'
import { MoveCard } from '../../ui/MoveCard'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'

/** One wrong value: what is wrong, where it came from, what the department says, who was told. */
export default function TicketPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const view = useSuspenseQuery({
    queryKey: ['ticket', id],
    queryFn: () => quality.read(id),
  }).data
  const { ticket } = view
  return (
    <Page
      className="case"
      title={`${ticket.productName} · ${ticket.column}`}
      mark={<Stage stage={ticket.stage} kind="QUALITY" />}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/quality">{t('menu.quality')}</Link> },
            { title: ticket.number },
          ]}
        />
      }
      sub={
        <p className="meta">
          <code>{ticket.number}</code>
          <span>{t('quality.by', { who: ticket.reporter.name })}</span>
          <span className="num">{date(ticket.reportedOn)}</span>
        </p>
      }
      actions={
        <Button onClick={() => void navigate(`/cases/${ticket.caseId}`)}>
          {t('agreement.toCase')}
        </Button>
      }
    >
      <div className="cols">
        <div className="col-m">
          <section className="card">
            <h2 className="h">{t('quality.sample')}</h2>
            <p className="prose">{ticket.sample}</p>
            <dl className="stack-list">
              <dt>{t('quality.origin')}</dt>
              <dd>
                {ticket.resourceTitle} <code>{ticket.origin}</code>{' '}
                {t('work.version', { n: ticket.dataVersion })}
              </dd>
              <dt>{t('quality.department')}</dt>
              <dd>{ticket.department.name}</dd>
              {ticket.answer && (
                <>
                  <dt>{t('quality.answer')}</dt>
                  <dd>{ticket.answer}</dd>
                </>
              )}
              {ticket.fixedVersion && (
                <>
                  <dt>{t('quality.fixedBy')}</dt>
                  <dd>{t('work.version', { n: ticket.fixedVersion })}</dd>
                </>
              )}
            </dl>
          </section>
          <Told view={view} />
        </div>
        <aside className="col-s">
          <Moves key={ticket.version} view={view} />
        </aside>
      </div>
    </Page>
  )
}

function Moves({ view }: { view: Ticket }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { ticket } = view
  const send = useMutation({
    mutationFn: (move: { step: string; opinion: string }) =>
      quality.move(ticket.id, { ...move, version: ticket.version }),
    onSuccess: (after) => {
      queries.setQueryData(['ticket', ticket.id], after)
      for (const key of ['tickets', 'tasks', 'case', 'qualityNotices']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
      void message.success(t('authorisation.sent'))
    },
  })
  return (
    <MoveCard
      open={view.open}
      waiting={t(`quality.waiting.${ticket.stage}`)}
      error={send.error}
      pending={send.isPending}
      onSend={send.mutate}
    />
  )
}

function Told({ view }: { view: Ticket }) {
  const { t } = useTranslation()
  if (view.told.length === 0) return null
  return (
    <section className="card" aria-labelledby="told">
      <h2 className="h" id="told">
        {t('quality.told')}
      </h2>
      <ul className="certificates">
        {view.told.map((it) => (
          <li key={`${it.product} ${it.to.id} ${it.stage}`}>
            <div className="t-title">
              {it.to.name}
              <div className="sub">{it.productName}</div>
            </div>
            <Stage stage={it.stage} kind="QUALITY" />
            <span className="num">{moment(it.at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
