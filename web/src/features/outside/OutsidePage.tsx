import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Input, Modal, Space, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { outside } from '../../api/exchange'
import type { CounterpartLine, OutsideLine } from '../../api/types'
import i18n from '../../i18n'
import { Empty } from '../../ui/Empty'
import { moment } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'
import { State, type Tone } from '../../ui/State'

const TONES: Record<OutsideLine['state'], Tone> = {
  WAITING: 'wait',
  STUCK: 'err',
  ANSWERED: 'ok',
  GIVEN_UP: 'mute',
}

const faultWord = (fault: string) =>
  fault.startsWith('status-')
    ? `${i18n.t('outside.fault.status')} ${fault.slice(7)}`
    : i18n.t(`outside.fault.${fault}`, { defaultValue: fault })

/** What waits for whom outside, why, and what can be done about it. */
export default function OutsidePage() {
  const { t } = useTranslation()
  const [surrender, setSurrender] = useState<OutsideLine>()
  const view = useSuspenseQuery({
    queryKey: ['outside'],
    queryFn: outside.read,
    refetchInterval: 10_000,
  }).data
  return (
    <Page title={t('outside.title')} sub={t('outside.intro')}>
      <div className="two">
        {view.counterparts.map((it) => (
          <CounterpartCard key={it.counterpart} line={it} />
        ))}
      </div>
      <h2 className="h">{t('outside.messages')}</h2>
      <div className="card pad0">
        <Table<OutsideLine>
          size="middle"
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          rowKey="id"
          scroll={{ x: 960 }}
          dataSource={view.messages}
          locale={{ emptyText: <Empty>{t('outside.none')}</Empty> }}
          columns={[
            {
              title: t('outside.to'),
              key: 'to',
              render: (_, it) => t(`outside.counterpart.${it.to}`),
            },
            {
              title: t('outside.kindLabel'),
              key: 'kind',
              render: (_, it) => i18n.t(`outside.kind.${it.kind}`, { defaultValue: it.kind }),
            },
            {
              title: t('outside.state'),
              key: 'state',
              render: (_, it) => (
                <>
                  <State tone={TONES[it.state]}>{t(`outside.stateOf.${it.state}`)}</State>
                  {it.fault && <p className="sub">{faultWord(it.fault)}</p>}
                  {it.reason && <p className="sub">{it.reason}</p>}
                </>
              ),
            },
            { title: t('outside.tries'), dataIndex: 'tries', align: 'right' },
            {
              title: t('outside.createdAt'),
              key: 'at',
              render: (_, it) => <span className="num">{moment(it.createdAt)}</span>,
            },
            {
              title: t('outside.nextTry'),
              key: 'next',
              render: (_, it) =>
                it.state === 'WAITING' && <span className="num">{moment(it.nextTry)}</span>,
            },
            {
              title: t('outside.answer'),
              key: 'answer',
              render: (_, it) => <Answer text={it.answer} />,
            },
            {
              title: <span className="sr-only">{t('common.actions')}</span>,
              key: 'actions',
              render: (_, it) =>
                view.may &&
                (it.state === 'WAITING' || it.state === 'STUCK') && (
                  <Actions line={it} onSurrender={() => setSurrender(it)} />
                ),
            },
          ]}
        />
      </div>
      {surrender && <Surrender line={surrender} onClose={() => setSurrender(undefined)} />}
    </Page>
  )
}

function CounterpartCard({ line }: { line: CounterpartLine }) {
  const { t } = useTranslation()
  return (
    <section className="card">
      <h2 className="h">
        {t(`outside.counterpart.${line.counterpart}`)}{' '}
        {line.demonstration && <Tag>{t('outside.demonstration')}</Tag>}
      </h2>
      <p className="meta">
        <span>{line.host ?? t('outside.notConnected')}</span>
        <span>{t('outside.waitingN', { n: line.waiting })}</span>
        {line.stuck > 0 && <Tag color="red">{t('outside.stuckN', { n: line.stuck })}</Tag>}
      </p>
      {line.fault && line.faultAt && (
        <p className="sub">
          {t('outside.lastFault')} {faultWord(line.fault)}{' '}
          <span className="num">{moment(line.faultAt)}</span>
        </p>
      )}
      {line.answeredAt && (
        <p className="sub">
          {t('outside.lastAnswer')} <span className="num">{moment(line.answeredAt)}</span>
        </p>
      )}
    </section>
  )
}

/** The address of what was published, or the number that the counterpart gave. */
function Answer({ text }: { text?: string | null }) {
  if (!text) return null
  const answer = JSON.parse(text) as { url?: string; number?: string; state?: string }
  return <code>{answer.url ?? answer.number ?? answer.state}</code>
}

function Actions({ line, onSurrender }: { line: OutsideLine; onSurrender: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const retry = useMutation({
    mutationFn: () => outside.retry(line.id),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['outside'] }),
    onError: (error) => void message.error(error.message),
  })
  return (
    <Space>
      <Button size="small" loading={retry.isPending} onClick={() => retry.mutate()}>
        {t('outside.retry')}
      </Button>
      <Button size="small" danger onClick={onSurrender}>
        {t('outside.giveUp')}
      </Button>
    </Space>
  )
}

function Surrender({ line, onClose }: { line: OutsideLine; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const giveUp = useMutation({
    mutationFn: () => outside.giveUp(line.id, reason),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['outside'] })
      onClose()
    },
  })
  return (
    <Modal
      open
      title={t('outside.giveUp')}
      okText={t('outside.giveUp')}
      okButtonProps={{ danger: true, disabled: !reason.trim(), loading: giveUp.isPending }}
      onOk={() => giveUp.mutate()}
      onCancel={onClose}
    >
      <ProblemAlert error={giveUp.error} />
      <Input.TextArea
        rows={3}
        maxLength={500}
        aria-label={t('outside.reason')}
        placeholder={t('outside.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  )
}
