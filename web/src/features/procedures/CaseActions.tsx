import {
  BellOutlined,
  FilePdfOutlined,
  PrinterOutlined,
  SafetyCertificateOutlined,
  SwapOutlined,
} from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { parties, work } from '../../api/calls'
import { fetchPaper } from '../../api/papers'
import { useUser } from '../../api/session'
import type { Case, Task } from '../../api/types'
import { ProblemAlert } from '../../ui/Problem'

/** Remind, transfer, print, evidence: what can be done beside the procedure itself. */
export function CaseActions({ file }: { file: Case }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const user = useUser()
  const mine = file.tasks.find(
    (task) =>
      !task.done && task.organisation.id === user.organisation.id && task.role === user.role,
  )
  const othersTurn = file.tasks.some((task) => !task.done && task !== mine)
  return (
    <>
      {othersTurn && <RemindButton caseId={file.id} />}
      {mine && <TransferButton task={mine} caseId={file.id} />}
      <Button
        icon={<SafetyCertificateOutlined aria-hidden />}
        onClick={() => void navigate(`/evidence?case=${file.id}`)}
      >
        {t('menu.evidence')}
      </Button>
      <PaperButton caseId={file.id} />
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => print()}>
        {t('work.print')}
      </Button>
    </>
  )
}

/** The case as it stands, on paper: sealed, with a code by which anybody can check it. */
function PaperButton({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const paper = useMutation({
    mutationFn: () => fetchPaper(caseId),
    onSuccess: () => void message.success(t('work.papered')),
    onError: (error) => void message.error(error.message),
  })
  return (
    <Button
      icon={<FilePdfOutlined aria-hidden />}
      loading={paper.isPending}
      onClick={() => paper.mutate()}
    >
      {t('work.paper')}
    </Button>
  )
}

function RemindButton({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const remind = useMutation({
    mutationFn: () => work.remind(caseId),
    onSuccess: () => {
      void message.success(t('work.reminded'))
      void queries.invalidateQueries({ queryKey: ['case', caseId] })
    },
    onError: (error) => void message.error(error.message),
  })
  return (
    <Button
      icon={<BellOutlined aria-hidden />}
      loading={remind.isPending}
      onClick={() => remind.mutate()}
    >
      {t('work.remind')}
    </Button>
  )
}

function TransferButton({ task, caseId }: { task: Task; caseId: string }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={<SwapOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('work.transfer')}
      </Button>
      {open && <TransferDialog task={task} caseId={caseId} onClose={() => setOpen(false)} />}
    </>
  )
}

function TransferDialog(props: { task: Task; caseId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const user = useUser()
  const queries = useQueryClient()
  const people = useQuery({
    queryKey: ['people', user.organisation.id],
    queryFn: () => parties.people(user.organisation.id),
    throwOnError: false,
  })
  const transfer = useMutation({
    mutationFn: ({ person }: { person: string }) => work.transfer(props.task.id, person),
    onSuccess: () => {
      void message.success(t('work.transferred'))
      void queries.invalidateQueries({ queryKey: ['case', props.caseId] })
      void queries.invalidateQueries({ queryKey: ['tasks'] })
      props.onClose()
    },
  })
  const others = people.data?.filter((it) => it.id !== user.id) ?? []
  return (
    <Modal
      open
      title={t('work.transferTitle')}
      onCancel={props.onClose}
      footer={null}
      destroyOnHidden
    >
      <ProblemAlert error={people.error ?? transfer.error} />
      <Form layout="vertical" onFinish={transfer.mutate}>
        <Form.Item name="person" label={t('work.transferTo')} rules={[{ required: true }]}>
          <Select
            loading={people.isPending}
            options={others.map((it) => ({ value: it.id, label: `${it.name} (${it.username})` }))}
            notFoundContent={t('work.nobodyElse')}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={transfer.isPending}>
          {t('work.transfer')}
        </Button>
      </Form>
    </Modal>
  )
}
