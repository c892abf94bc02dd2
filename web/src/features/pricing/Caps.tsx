import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { pricing } from '../../api/market'
import type { PricePeriod } from '../../api/types'
import { ProblemAlert } from '../../ui/Problem'

/** The authority caps a product; the server refuses what the permitted revenue does not allow. */
export function Caps({ period }: { period: PricePeriod }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const offers = useQuery({ queryKey: ['offers'], queryFn: pricing.offers, throwOnError: false })
  const cap = useMutation({
    mutationFn: (form: { product: string; amount: number; volume: number }) =>
      pricing.cap(period.id, form),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['periods'] }),
  })
  return (
    <section className="card" aria-labelledby="cap">
      <h2 className="h" id="cap">
        {t('pricing.setCap')}
      </h2>
      <ProblemAlert error={cap.error} />
      <Form layout="vertical" onFinish={cap.mutate}>
        <Form.Item name="product" label={t('products.product')} rules={[{ required: true }]}>
          <Select options={offers.data?.map((it) => ({ value: it.id, label: it.name }))} />
        </Form.Item>
        <Form.Item name="amount" label={t('pricing.cap')} rules={[{ required: true }]}>
          <InputNumber min={0} precision={6} />
        </Form.Item>
        <Form.Item name="volume" label={t('pricing.volume')} rules={[{ required: true }]}>
          <InputNumber min={1} precision={0} />
        </Form.Item>
        <Button htmlType="submit" loading={cap.isPending}>
          {t('pricing.setCap')}
        </Button>
      </Form>
    </section>
  )
}
