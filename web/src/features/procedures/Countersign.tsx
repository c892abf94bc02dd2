import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { parties } from '../../api/calls'
import { desk } from '../../api/desk'
import { useUser } from '../../api/session'
import type { Case, Countersignature } from '../../api/types'
import { word } from '../../i18n'
import { moment } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'

function useAgain() {
  const queries = useQueryClient()
  return () => {
    for (const key of ['countersignatures', 'case', 'tasks', 'cases', 'application']) {
      void queries.invalidateQueries({ queryKey: [key] })
    }
  }
}

/** Decisions that wait for the person's own signature. */
export function WaitingForMe() {
  const { t } = useTranslation()
  const waiting = useSuspenseQuery({
    queryKey: ['countersignatures', 'mine'],
    queryFn: desk.waiting,
  }).data
  if (waiting.length === 0) return null
  return (
    <section className="card" aria-labelledby="countersign">
      <h2 className="h" id="countersign">
        {t('work.countersign.waiting')}
      </h2>
      <ul className="plainlist">
        {waiting.map((it) => (
          <li key={it.id}>
            <Link to={`/cases/${it.caseId}`}>{it.title || it.number}</Link>{' '}
            <span className="sub">
              {it.asker} {moment(it.askedAt)}
            </span>
            <Answer asked={it} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The decision of a case that waits, and the way to ask a colleague for one. */
export function Countersign({ file }: { file: Case }) {
  const { t } = useTranslation()
  const user = useUser()
  const [open, setOpen] = useState(false)
  const mine = file.tasks.find(
    (task) =>
      !task.done && task.organisation.id === user.organisation.id && task.role === user.role,
  )
  const all = useQuery({
    queryKey: ['countersignatures', file.id],
    queryFn: () => desk.ofCase(file.id),
    throwOnError: false,
  }).data
  const asked = all?.find((it) => it.state === 'ASKED')
  if (asked) {
    return (
      <section className="card" aria-labelledby="countersign">
        <h2 className="h" id="countersign">
          {t('work.countersign.title')}
        </h2>
        <Alert
          type="info"
          showIcon
          title={t('work.countersign.waits', { who: asked.colleague })}
          description={`${word('work.step', asked.step)} ${asked.opinion}`}
        />
        {asked.mine && <Answer asked={asked} />}
        {asked.asked && <Withdraw asked={asked} />}
      </section>
    )
  }
  if (!mine || file.moves.length === 0) return null
  return (
    <div className="card">
      <Button block onClick={() => setOpen(true)}>
        {t('work.countersign.ask')}
      </Button>
      {open && <AskDialog file={file} task={mine.id} onClose={() => setOpen(false)} />}
    </div>
  )
}

function Answer({ asked }: { asked: Countersignature }) {
  const { t } = useTranslation()
  const again = useAgain()
  const [text, setText] = useState('')
  const answer = useMutation({
    mutationFn: (sign: boolean) => desk.answer(asked.id, { sign, answer: text }),
    onSuccess: again,
  })
  return (
    <div className="fields">
      <p className="prose">
        <b>{word('work.step', asked.step)}</b> {asked.opinion}
      </p>
      <Input
        aria-label={t('work.countersign.answer')}
        placeholder={t('work.countersign.answer')}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ProblemAlert error={answer.error} />
      <div className="row-sb">
        <Button type="primary" loading={answer.isPending} onClick={() => answer.mutate(true)}>
          {t('work.countersign.sign')}
        </Button>
        <Button disabled={!text.trim()} onClick={() => answer.mutate(false)}>
          {t('work.countersign.decline')}
        </Button>
      </div>
    </div>
  )
}

function Withdraw({ asked }: { asked: Countersignature }) {
  const { t } = useTranslation()
  const again = useAgain()
  const withdraw = useMutation({ mutationFn: () => desk.withdraw(asked.id), onSuccess: again })
  return (
    <Button block loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
      {t('work.countersign.withdraw')}
    </Button>
  )
}

function AskDialog(props: { file: Case; task: string; onClose: () => void }) {
  const { t } = useTranslation()
  const user = useUser()
  const again = useAgain()
  const steps = useQuery({
    queryKey: ['tasks', 'steps', [props.task]],
    queryFn: () => desk.steps([props.task]),
    throwOnError: false,
  })
  const people = useQuery({
    queryKey: ['people', user.organisation.id],
    queryFn: () => parties.people(user.organisation.id),
    throwOnError: false,
  })
  const ask = useMutation({
    mutationFn: (it: { step: string; opinion?: string; colleague: string }) =>
      desk.ask(props.file.id, it),
    onSuccess: () => {
      again()
      props.onClose()
    },
  })
  const needed = [{ required: true }]
  return (
    <Modal
      open
      title={t('work.countersign.ask')}
      onCancel={props.onClose}
      footer={null}
      destroyOnHidden
    >
      <p className="sub">{t('work.countersign.intro')}</p>
      <ProblemAlert error={steps.error ?? people.error ?? ask.error} />
      <Form name="countersign" layout="vertical" onFinish={(it) => ask.mutate(it)}>
        <Form.Item name="step" label={t('work.countersign.step')} rules={needed}>
          <Select
            options={steps.data?.map((it) => ({
              value: it.step,
              label: word('work.step', it.step),
            }))}
            notFoundContent={t('work.batch.nothing')}
          />
        </Form.Item>
        <Form.Item name="opinion" label={t('work.batch.reason')}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <Form.Item name="colleague" label={t('work.countersign.colleague')} rules={needed}>
          <Select
            options={people.data
              ?.filter((it) => it.id !== user.id)
              .map((it) => ({ value: it.id, label: `${it.name} (${it.username})` }))}
            notFoundContent={t('work.nobodyElse')}
          />
        </Form.Item>
        <Button block type="primary" htmlType="submit" loading={ask.isPending}>
          {t('work.countersign.ask')}
        </Button>
      </Form>
    </Modal>
  )
}
