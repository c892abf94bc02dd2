import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { pricing } from '../../api/market'
import type { CostEntry } from '../../api/types'
import { ProblemAlert } from '../../ui/Problem'

const LINES = [
  'PLATFORM',
  'OPERATION',
  'COMPUTE',
  'DATA',
  'SECURITY',
  'LABOUR',
  'THIRD_PARTY',
  'OTHER',
  'SUBSIDY',
]

interface Values {
  day: string
  line: CostEntry['line']
  amount: number
  share: number
  proof: string
}

/** Enters a cost with its proof. */
export function CostDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const enter = useMutation({
    mutationFn: ({ share, ...cost }: Values) =>
      pricing.enter({ ...cost, industryShareBp: Math.round(share * 100) }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['costs'] })
      onClose()
    },
  })
  return (
    <Modal open title={t('pricing.enterCost')} onCancel={onClose} footer={null} destroyOnHidden>
      <ProblemAlert error={enter.error} />
      <Form layout="vertical" initialValues={{ share: 100 }} onFinish={enter.mutate}>
        <Form.Item name="day" label={t('pricing.day')} rules={[{ required: true }]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="line" label={t('pricing.cost')} rules={[{ required: true }]}>
          <Select options={LINES.map((it) => ({ value: it, label: t(`pricing.line.${it}`) }))} />
        </Form.Item>
        <Form.Item name="amount" label={t('pricing.amount')} rules={[{ required: true }]}>
          <InputNumber min={0.01} precision={2} />
        </Form.Item>
        <Form.Item name="share" label={t('pricing.share')} rules={[{ required: true }]}>
          <InputNumber min={0} max={100} precision={2} />
        </Form.Item>
        <Form.Item name="proof" label={t('pricing.proof')} rules={[{ required: true }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={enter.isPending}>
          {t('pricing.enterCost')}
        </Button>
      </Form>
    </Modal>
  )
}
