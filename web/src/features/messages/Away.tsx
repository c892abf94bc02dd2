import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { parties } from '../../api/calls'
import { delegation } from '../../api/messages'
import { useUser } from '../../api/session'
import { date } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'

const QUERY = { queryKey: ['delegation'], queryFn: delegation.read }

/** Who stands in while one is away. */
export function Away() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const now = useSuspenseQuery(QUERY).data
  const changed = () => queries.invalidateQueries({ queryKey: QUERY.queryKey })
  const end = useMutation({ mutationFn: delegation.end, onSuccess: changed })
  return (
    <section className="card">
      <h2 className="h">{t('work.delegation.title')}</h2>
      <p className="sub">{t('work.delegation.text')}</p>
      {now.forOthers.map((it) => (
        <p key={it.person}>
          {t('work.delegation.others', {
            name: it.name,
            from: date(it.from),
            until: date(it.until),
          })}
        </p>
      ))}
      {now.mine ? (
        <>
          <p>
            {t('work.delegation.mine', {
              name: now.mine.name,
              from: date(now.mine.from),
              until: date(now.mine.until),
            })}
          </p>
          <ProblemAlert error={end.error} />
          <Button loading={end.isPending} onClick={() => end.mutate()}>
            {t('work.delegation.end')}
          </Button>
        </>
      ) : (
        <Delegate onDone={changed} />
      )}
    </section>
  )
}

interface Request {
  to: string
  from: string
  until: string
  reason: string
}

function Delegate({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const user = useUser()
  const people = useQuery({
    queryKey: ['people', user.organisation.id],
    queryFn: () => parties.people(user.organisation.id),
    throwOnError: false,
  })
  const make = useMutation({ mutationFn: (it: Request) => delegation.make(it), onSuccess: onDone })
  const needed = [{ required: true }]
  return (
    <Form layout="vertical" onFinish={(it: Request) => make.mutate(it)}>
      <ProblemAlert error={make.error} />
      <Form.Item name="to" label={t('work.delegation.to')} rules={needed}>
        <Select
          options={people.data
            ?.filter((it) => it.id !== user.id)
            .map((it) => ({ value: it.id, label: it.name }))}
        />
      </Form.Item>
      <Form.Item name="from" label={t('work.delegation.from')} rules={needed}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="until" label={t('work.delegation.until')} rules={needed}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="reason" label={t('work.delegation.reason')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Button htmlType="submit" loading={make.isPending}>
        {t('work.delegation.make')}
      </Button>
    </Form>
  )
}
