import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { App, Breadcrumb, Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { closings } from '../../api/calls'
import type { Closing, ClosingItem } from '../../api/types'
import { article, date, moment } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'
import { State } from '../../ui/State'
import { Stage } from '../../ui/stages'
import { closingQuery, useKeepClosing } from './mandates'

/** What is left to do when an authorisation agreement has ended (article 14). */
export default function ClosingPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const closing = useSuspenseQuery(closingQuery(id)).data
  return (
    <Page
      className="case"
      title={t('closing.title', { who: closing.operator.name })}
      mark={<Stage stage={closing.stage} kind="CLOSING" />}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/mandates">{t('menu.mandates')}</Link> },
            {
              title: <Link to={`/mandates/${closing.mandate}`}>{t('closing.agreement')}</Link>,
            },
            { title: closing.number },
          ]}
        />
      }
      sub={<p className="meta">{closing.reason}</p>}
      actions={
        <Link className="btn ghost" to={`/cases/${closing.caseId}`}>
          {t('agreement.toCase')}
        </Link>
      }
    >
      <div className="cols">
        <section className="card col-m" aria-labelledby="list">
          <h2 className="h" id="list">
            {t('closing.list')} <small>{article('14')}</small>
          </h2>
          <ol className="seats">
            {closing.items.map((item) => (
              <li key={item.id}>
                <Item closing={closing} item={item} />
              </li>
            ))}
          </ol>
          {closing.open.some((move) => move.step === 'CLOSE') && <Close closing={closing} />}
        </section>
        <aside className="col-s">
          <Access closing={closing} />
          <Logs closing={closing} />
        </aside>
      </div>
    </Page>
  )
}

function Item({ closing, item }: { closing: Closing; item: ClosingItem }) {
  const { t } = useTranslation()
  return (
    <>
      <b>
        {t(`closing.duty.${item.duty}`)} {item.about?.name}
      </b>{' '}
      <State tone={item.at ? 'ok' : 'wait'}>{t(item.at ? 'closing.proven' : 'closing.open')}</State>
      <div className="sub">
        {t(`common.role.${item.owner}`)}，{t('closing.due', { day: date(item.due) })}
      </div>
      {item.at && (
        <>
          <p className="redline">{item.text}</p>
          <div className="sub num">
            {item.by} {moment(item.at)} <code>{item.keyId}</code>
          </div>
          {item.millis !== null && closing.closed > 0 && (
            <div className="sub">{t('closing.measured', { ms: item.millis })}</div>
          )}
        </>
      )}
      {!item.at && item.mine && closing.stage === 'OPEN' && <Proof closing={closing} item={item} />}
    </>
  )
}

function Proof({ closing, item }: { closing: Closing; item: ClosingItem }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const keep = useKeepClosing()
  const [text, setText] = useState('')
  const send = useMutation({
    mutationFn: () => closings.prove(closing.id, { version: closing.version, item: item.id, text }),
    onSuccess: (after) => {
      keep(after)
      void message.success(t('closing.sent'))
    },
  })
  return (
    <div className="fields">
      <Input.TextArea
        rows={2}
        maxLength={8000}
        aria-label={t('closing.statement', { what: t(`closing.duty.${item.duty}`) })}
        placeholder={t('closing.statementHint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ProblemAlert error={send.error} />
      <div>
        <Button loading={send.isPending} disabled={!text.trim()} onClick={() => send.mutate()}>
          {t('closing.prove')}
        </Button>
      </div>
    </div>
  )
}

function Close({ closing }: { closing: Closing }) {
  const { t } = useTranslation()
  const keep = useKeepClosing()
  const close = useMutation({
    mutationFn: () => closings.close(closing.id, closing.version),
    onSuccess: keep,
  })
  return (
    <>
      <ProblemAlert error={close.error} />
      <Popconfirm title={t('closing.confirm')} onConfirm={() => close.mutate()}>
        <Button type="primary" loading={close.isPending}>
          {t('closing.close')}
        </Button>
      </Popconfirm>
    </>
  )
}

function Access({ closing }: { closing: Closing }) {
  const { t } = useTranslation()
  return (
    <section className="card" aria-labelledby="access">
      <h2 className="h" id="access">
        {t('closing.access')}
      </h2>
      <dl className="stack-list">
        <dt>{t('closing.since')}</dt>
        <dd className="num">{moment(closing.beganAt)}</dd>
        <dt>{t('closing.workspaces')}</dt>
        <dd className="num">{closing.closed}</dd>
        <dt>{t('closing.destroyed')}</dt>
        <dd className="num">{closing.destroyed}</dd>
      </dl>
    </section>
  )
}

function Logs({ closing }: { closing: Closing }) {
  const { t } = useTranslation()
  return (
    <section className="card" aria-labelledby="logs">
      <h2 className="h" id="logs">
        {t('closing.logs')}
      </h2>
      <State tone="info">{t('closing.held', { day: date(closing.logsUntil) })}</State>
      <p className="sub">
        {t(closing.logsWhole ? 'closing.logsWhole' : 'closing.logsFrom', {
          day: date(closing.logsFrom),
        })}
      </p>
    </section>
  )
}
