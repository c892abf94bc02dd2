import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Pagination, Segmented, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { messages, messagesQuery } from '../../api/messages'
import type { Message } from '../../api/types'
import { word } from '../../i18n'
import { Empty } from '../../ui/Empty'
import { article, date, moment } from '../../ui/format'
import { Page } from '../../ui/Page'
import { stageWord } from '../../ui/stages'
import { Away } from './Away'
import { Ways } from './Ways'

const SIZE = 20
const TONES: Record<Message['kind'], string> = {
  TASK: 'blue',
  REMINDED: 'gold',
  WARNED: 'gold',
  OVERDUE: 'red',
  TRANSFERRED: 'blue',
  COUNTERSIGN: 'blue',
  MOVED: 'default',
}

/** What one should hear of, and by which ways one hears it. */
export default function MessagesPage() {
  const { t } = useTranslation()
  const [unread, setUnread] = useState(true)
  const [page, setPage] = useState(0)
  const list = useSuspenseQuery(messagesQuery({ unread, page, size: SIZE })).data
  const read = useRead()
  return (
    <Page
      title={t('messages.title')}
      sub={t('messages.intro')}
      actions={
        <Button disabled={read.isPending} onClick={() => read.mutate([])}>
          {t('messages.readAll')}
        </Button>
      }
    >
      <div className="cols">
        <div className="col-m">
          <section className="card">
            <Segmented
              aria-label={t('messages.which')}
              value={unread ? 'unread' : 'all'}
              options={[
                { value: 'unread', label: t('messages.unread') },
                { value: 'all', label: t('messages.all') },
              ]}
              onChange={(value) => {
                setUnread(value === 'unread')
                setPage(0)
              }}
            />
            {list.items.length === 0 ? (
              <Empty>{t(unread ? 'messages.noneUnread' : 'messages.none')}</Empty>
            ) : (
              <ul className="messages">
                {list.items.map((it) => (
                  <MessageLine key={it.id} message={it} onRead={() => read.mutate([it.id])} />
                ))}
              </ul>
            )}
            {list.total > SIZE && (
              <Pagination
                current={page + 1}
                pageSize={SIZE}
                total={list.total}
                showSizeChanger={false}
                onChange={(next) => setPage(next - 1)}
              />
            )}
          </section>
        </div>
        <aside className="col-s">
          <Ways />
          <Away />
        </aside>
      </div>
    </Page>
  )
}

function useRead() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: messages.read,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['messages'] }),
  })
}

function MessageLine({ message, onRead }: { message: Message; onRead: () => void }) {
  const { t } = useTranslation()
  return (
    <li className={message.read ? 'read' : undefined}>
      <Tag color={TONES[message.kind]}>{t(`messages.kind.${message.kind}`)}</Tag>
      <div className="grow">
        <Link to={`/cases/${message.caseId}`} onClick={message.read ? undefined : onRead}>
          {message.title || message.number}
        </Link>
        <p className="sub">
          {word('work.kind', message.caseKind)} <code>{message.number}</code>{' '}
          {stageWord(message.stage, message.caseKind)}
          {message.due && <> · {t('messages.due', { day: date(message.due) })}</>}
          {message.article && <> · {article(message.article)}</>}
        </p>
      </div>
      <span className="sub num">{moment(message.at)}</span>
    </li>
  )
}
