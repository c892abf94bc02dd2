import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { pricing } from '../../api/market'
import { ProblemAlert } from '../../ui/Problem'
import { money } from './money'

interface Values {
  operator: string
  from: string
  until: string
  yield: number
  margin: number
  tax: number
}

const basisPoints = (percent: number) => Math.round(percent * 100)

/** The authority sets a period; what it permits is computed from the ledger and shown with all its terms. */
export function PeriodDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const operators = useQuery({
    queryKey: ['pricing-operators'],
    queryFn: pricing.operators,
    throwOnError: false,
  })
  const set = useMutation({
    mutationFn: ({ yield: bond, margin, ...period }: Values) =>
      pricing.set({ ...period, yieldBp: basisPoints(bond), marginBp: basisPoints(margin) }),
    onSuccess: (after) => {
      void queries.invalidateQueries({ queryKey: ['periods'] })
      void message.success(t('pricing.periodSet', { most: money(after.computed.ledger.most) }))
      onClose()
    },
  })
  return (
    <Modal open title={t('pricing.setPeriod')} onCancel={onClose} footer={null} destroyOnHidden>
      <p className="prose">{t('pricing.formula')}</p>
      <p className="sub">{t('pricing.hint.ledger')}</p>
      <ProblemAlert error={operators.error ?? set.error} />
      <Form layout="vertical" initialValues={{ tax: 0 }} onFinish={set.mutate}>
        <Form.Item name="operator" label={t('pricing.operator')} rules={[{ required: true }]}>
          <Select
            loading={operators.isPending}
            options={operators.data?.map((it) => ({ value: it.id, label: it.name }))}
          />
        </Form.Item>
        <Form.Item
          name="from"
          label={t('pricing.periodFrom')}
          extra={t('pricing.hint.period')}
          rules={[{ required: true }]}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item name="until" label={t('pricing.periodUntil')} rules={[{ required: true }]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="yield"
          label={t('pricing.yield')}
          extra={t('pricing.hint.yield')}
          rules={[{ required: true }]}
        >
          <InputNumber min={0} precision={2} />
        </Form.Item>
        <Form.Item
          name="margin"
          label={t('pricing.margin')}
          extra={t('pricing.hint.margin')}
          rules={[{ required: true }]}
        >
          <InputNumber min={0} precision={2} />
        </Form.Item>
        <Form.Item
          name="tax"
          label={t('pricing.taxAmount')}
          extra={t('pricing.hint.tax')}
          rules={[{ required: true }]}
        >
          <InputNumber min={0} precision={2} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={set.isPending}>
          {t('pricing.setPeriod')}
        </Button>
      </Form>
    </Modal>
  )
}
