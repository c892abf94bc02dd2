import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { messages, taskCalendar } from '../../api/messages'
import type { MessageWays } from '../../api/types'
import { word } from '../../i18n'
import { moment } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'

/** By which ways messages go out: a mail address for this post, calls to the organisation's own systems. */
export function Ways() {
  const ways = useSuspenseQuery({ queryKey: ['messages', 'ways'], queryFn: messages.ways }).data
  return (
    <>
      <Mail ways={ways} />
      <Days />
      {ways.maySubscribe && <Calls ways={ways} />}
    </>
  )
}

/** The last days of one's tasks, in the calendar program that one uses anyway. */
function Days() {
  const { t } = useTranslation()
  const make = useMutation({ mutationFn: taskCalendar.make })
  const end = useMutation({ mutationFn: taskCalendar.end, onSuccess: () => make.reset() })
  return (
    <section className="card">
      <h2 className="h">{t('work.calendar.title')}</h2>
      <p className="sub">{t('work.calendar.text')}</p>
      <ProblemAlert error={make.error ?? end.error} />
      {make.data && (
        <p>
          <code className="breakall">{make.data.url}</code>
          <br />
          <span className="sub">{t('work.calendar.once')}</span>
        </p>
      )}
      <Button loading={make.isPending} onClick={() => make.mutate()}>
        {t('work.calendar.make')}
      </Button>{' '}
      <Button loading={end.isPending} onClick={() => end.mutate()}>
        {t('work.calendar.end')}
      </Button>
    </section>
  )
}

function useChange<T, R>(mutationFn: (value: T) => Promise<R>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['messages', 'ways'] }),
  })
}

function Mail({ ways }: { ways: MessageWays }) {
  const { t } = useTranslation()
  const give = useChange(messages.giveAddress)
  const confirm = useChange(messages.confirmAddress)
  const forget = useChange(messages.forgetAddress)
  return (
    <section className="card">
      <h2 className="h">{t('messages.mail')}</h2>
      {!ways.mailOffered && <Alert type="info" showIcon title={t('messages.noServer')} />}
      {ways.mailOffered && !ways.address && (
        <Form
          layout="vertical"
          onFinish={({ address }: { address: string }) => give.mutate(address)}
        >
          <ProblemAlert error={give.error} />
          <Form.Item name="address" label={t('messages.address')} rules={[{ required: true }]}>
            <Input inputMode="email" autoComplete="email" maxLength={200} />
          </Form.Item>
          <Button htmlType="submit" loading={give.isPending}>
            {t('messages.sendCode')}
          </Button>
        </Form>
      )}
      {ways.address && (
        <>
          <p>
            {ways.address}{' '}
            <span className="sub">
              {t(ways.confirmed ? 'messages.confirmed' : 'messages.open')}
            </span>
          </p>
          {!ways.confirmed && (
            <Form layout="vertical" onFinish={({ code }: { code: string }) => confirm.mutate(code)}>
              <ProblemAlert error={confirm.error} />
              <Form.Item name="code" label={t('messages.code')} rules={[{ required: true }]}>
                <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
              </Form.Item>
              <Button htmlType="submit" loading={confirm.isPending}>
                {t('messages.confirm')}
              </Button>
            </Form>
          )}
          <Button type="link" onClick={() => forget.mutate(undefined)}>
            {t('messages.forget')}
          </Button>
        </>
      )}
    </section>
  )
}

function Calls({ ways }: { ways: MessageWays }) {
  const { t } = useTranslation()
  const [secret, setSecret] = useState('')
  const subscribe = useChange(messages.subscribe)
  const end = useChange(messages.unsubscribe)
  return (
    <section className="card">
      <h2 className="h">{t('messages.calls')}</h2>
      <p className="sub">{t('messages.callsText')}</p>
      {secret && (
        <Alert
          type="success"
          showIcon
          className="problem"
          title={t('messages.secretOnce')}
          description={<code className="breakall">{secret}</code>}
        />
      )}
      <ul className="plainlist">
        {ways.subscriptions.map((it) => (
          <li key={it.id}>
            <code className="breakall">{it.url}</code>
            <p className="sub">
              {it.by} {moment(it.at)}
              {it.attempts[0] && (
                <>
                  {' · '}
                  {t('messages.last')}
                  {word('messages.state', it.attempts[0].state)} {it.attempts[0].fault ?? ''}
                </>
              )}
            </p>
            <Popconfirm title={t('messages.endSure')} onConfirm={() => end.mutate(it.id)}>
              <Button size="small">{t('messages.end')}</Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
      <Form
        layout="vertical"
        onFinish={({ url }: { url: string }) =>
          subscribe.mutate(url, { onSuccess: (made) => setSecret(made.secret) })
        }
      >
        <ProblemAlert error={subscribe.error} />
        <Form.Item name="url" label={t('messages.url')} rules={[{ required: true }]}>
          <Input inputMode="url" maxLength={500} placeholder="https://" />
        </Form.Item>
        <Button htmlType="submit" loading={subscribe.isPending}>
          {t('messages.subscribe')}
        </Button>
      </Form>
    </section>
  )
}
