import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Form, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { pricing } from '../../api/market'
import { ProblemAlert } from '../../ui/Problem'

interface Values {
  unit: number
  freeCalls: number
  hitOnly: boolean
  from: string
  basis: string
  valuer?: string
  valuation?: number
  valuationSm3?: string
}

/** Whoever made a product prices it; the server refuses what is above the cap, and says which cap. */
export function PriceForm({ product }: { product: string }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Values>()
  const price = useMutation({
    mutationFn: ({ valuer, valuation, valuationSm3, ...sheet }: Values) =>
      pricing.price(product, {
        ...sheet,
        ...(valuer?.trim() && { valuer: valuer.trim() }),
        ...(typeof valuation === 'number' && { valuation }),
        ...(valuationSm3?.trim() && { valuationSm3: valuationSm3.trim().toLowerCase() }),
      }),
    onSuccess: () => {
      form.resetFields()
      void message.success(t('pricing.priceSet'))
      for (const key of ['price', 'offers', 'periods']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
    },
  })
  const required = [{ required: true }]
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ freeCalls: 0, hitOnly: true }}
      onFinish={price.mutate}
    >
      <Form.Item
        name="unit"
        label={t('pricing.unit')}
        extra={t('pricing.hint.unit')}
        rules={required}
      >
        <InputNumber min={0} precision={6} />
      </Form.Item>
      <Form.Item
        name="freeCalls"
        label={t('pricing.freeCallsLabel')}
        extra={t('pricing.hint.freeCalls')}
        rules={required}
      >
        <InputNumber min={0} precision={0} />
      </Form.Item>
      <Form.Item name="hitOnly" valuePropName="checked">
        <Checkbox>{t('pricing.hint.hitOnly')}</Checkbox>
      </Form.Item>
      <Form.Item
        name="from"
        label={t('pricing.fromDay')}
        extra={t('pricing.hint.from')}
        rules={required}
      >
        <Input type="date" />
      </Form.Item>
      <Form.Item
        name="basis"
        label={t('pricing.basis')}
        extra={t('pricing.hint.basis')}
        rules={required}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="valuer" label={t('pricing.valuer')} extra={t('pricing.hint.valuer')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="valuation" label={t('pricing.valuation')}>
        <InputNumber min={0} precision={2} />
      </Form.Item>
      <Form.Item
        name="valuationSm3"
        label={t('pricing.valuationSm3')}
        extra={t('pricing.hint.sm3')}
      >
        <Input maxLength={64} />
      </Form.Item>
      <ProblemAlert error={price.error} />
      <Button type="primary" htmlType="submit" loading={price.isPending}>
        {t('pricing.setPrice')}
      </Button>
    </Form>
  )
}
