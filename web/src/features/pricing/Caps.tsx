import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { pricing } from '../../api/market'
import type { PricePeriod } from '../../api/types'
import { date } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'

interface Values {
  period: string
  product: string
  amount: number
  volume: number
}

/** The authority caps a product; the server refuses what the permitted revenue does not allow. */
export function Caps({ periods }: { periods: PricePeriod[] }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const today = dayjs().format('YYYY-MM-DD')
  const current = periods.find((it) => it.from <= today && today <= it.until) ?? periods[0]
  const offers = useQuery({ queryKey: ['offers'], queryFn: pricing.offers, throwOnError: false })
  const cap = useMutation({
    mutationFn: ({ period, ...form }: Values) => pricing.cap(period, form),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['periods'] }),
  })
  return (
    <section className="card" aria-labelledby="cap">
      <h2 className="h" id="cap">
        {t('pricing.setCap')}
      </h2>
      <ProblemAlert error={cap.error} />
      <Form layout="vertical" initialValues={{ period: current?.id }} onFinish={cap.mutate}>
        <Form.Item
          name="period"
          label={t('pricing.periodOf')}
          extra={t('pricing.hint.capPeriod')}
          rules={[{ required: true }]}
        >
          <Select
            options={periods.map((it) => ({
              value: it.id,
              label: `${date(it.from)} – ${date(it.until)} ${it.operatorName}`,
            }))}
          />
        </Form.Item>
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
