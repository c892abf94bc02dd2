import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { filings } from '../../api/exchange'
import type { Filing } from '../../api/types'
import { ProblemAlert } from '../../ui/Problem'

interface Correction {
  field: (typeof FIELDS)[number]
  text: string
  reason: string
}

const FIELDS = ['audience', 'wayOfUse', 'limits', 'priceBasis'] as const

/** The scenario is not offered: for another one, another product is registered. */
export function CorrectDialog({ filing, onClose }: { filing: Filing; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const correct = useMutation({
    mutationFn: (it: Correction) => filings.correct(filing.id, { version: filing.version, ...it }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['filings'] })
      onClose()
    },
  })
  const needed = [{ required: true }]
  return (
    <Modal open title={t('filings.correct')} onCancel={onClose} footer={null} destroyOnHidden>
      <ProblemAlert error={correct.error} />
      <Form<Correction>
        layout="vertical"
        initialValues={{ field: 'audience' }}
        onFinish={correct.mutate}
      >
        <Form.Item name="field" label={t('filings.field')} rules={needed}>
          <Select options={FIELDS.map((value) => ({ value, label: t(`products.${value}`) }))} />
        </Form.Item>
        <Form.Item name="text" label={t('filings.text')} rules={needed}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
        <Form.Item name="reason" label={t('filings.reason')} rules={needed}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={correct.isPending}>
          {t('filings.correct')}
        </Button>
      </Form>
    </Modal>
  )
}

/** Asks for one name. */
export function NameDialog(props: {
  title: string
  label: string
  error: unknown
  pending: boolean
  onSend: (name: string) => void
  onClose: () => void
}) {
  return (
    <Modal open title={props.title} onCancel={props.onClose} footer={null} destroyOnHidden>
      <ProblemAlert error={props.error} />
      <Form<{ name: string }> layout="vertical" onFinish={(it) => props.onSend(it.name)}>
        <Form.Item name="name" label={props.label} rules={[{ required: true }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={props.pending}>
          {props.title}
        </Button>
      </Form>
    </Modal>
  )
}
