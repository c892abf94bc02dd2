import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { cityRequests } from '../../api/coordination'
import type { Case, Party } from '../../api/types'
import { ProblemAlert } from '../../ui/Problem'

const REACHES = ['LEVEL', 'REGION'] as const

interface Fields {
  reach: (typeof REACHES)[number]
  title: string
  what: string
  why: string
  department?: string
}

interface AskProps {
  file: Pick<Case, 'id' | 'title' | 'parties'>
  departments: Party[]
  onClose: () => void
}

/** The authority applies to the city's department out of a case. */
export function AskCity({ file, departments, onClose }: AskProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const send = useMutation({
    mutationFn: (it: Fields) => cityRequests.send({ ...it, origin: file.id }),
    onSuccess: () => {
      for (const key of ['city-requests', 'case', 'tasks', 'cases']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
      void message.success(t('coordination.sent'))
      onClose()
    },
  })
  const needed = [{ required: true, whitespace: true }]
  const waits = departments.filter((it) => file.parties.some((party) => party.id === it.id))
  return (
    <Modal open title={t('coordination.ask')} onCancel={onClose} footer={null} destroyOnHidden>
      <p className="sub">{t('coordination.askIntro')}</p>
      <ProblemAlert error={send.error} />
      <Form<Fields>
        layout="vertical"
        initialValues={{ reach: 'LEVEL', title: file.title.slice(0, 80) }}
        onFinish={(it) => send.mutate(it)}
      >
        <Form.Item name="reach" label={t('coordination.reachLabel')} rules={[{ required: true }]}>
          <Radio.Group
            options={REACHES.map((value) => ({ value, label: t(`coordination.reach.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="title" label={t('coordination.name')} rules={needed}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="what" label={t('coordination.what')} rules={needed}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <Form.Item name="why" label={t('coordination.why')} rules={needed}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        {waits.length > 0 && (
          <Form.Item name="department" label={t('coordination.department')}>
            <Select
              allowClear
              placeholder={t('coordination.own')}
              options={waits.map((it) => ({ value: it.id, label: it.name }))}
            />
          </Form.Item>
        )}
        <Button block type="primary" htmlType="submit" loading={send.isPending}>
          {t('coordination.ask')}
        </Button>
      </Form>
    </Modal>
  )
}
