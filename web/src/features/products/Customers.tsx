import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { products } from '../../api/market'
import type { Product, UsePurpose } from '../../api/types'
import { date } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'

const PURPOSES: UsePurpose[] = ['INDUSTRY', 'WELFARE', 'GOVERNANCE']

/** Who may use a filed product, for its approved scenario. */
export function Customers({ product }: { product: Product }) {
  const { t } = useTranslation()
  return (
    <section className="card" aria-labelledby="customers">
      <h2 className="h" id="customers">
        {t('products.customers')} <small>{product.terms.scenario}</small>
      </h2>
      <ul className="certificates">
        {product.customers.map((it) => (
          <li key={it.customer.id}>
            <div className="t-title">
              {it.customer.name}
              <div className="sub">{t(`products.purpose.${it.purpose}`)}</div>
            </div>
            <span className="num">{date(it.since)}</span>
          </li>
        ))}
      </ul>
      {product.mine && <AdmitForm product={product} />}
    </section>
  )
}

function AdmitForm({ product }: { product: Product }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const candidates = useQuery({
    queryKey: ['customers'],
    queryFn: products.candidates,
    throwOnError: false,
  })
  const admit = useMutation({
    mutationFn: (form: { organisation: string; purpose: UsePurpose }) =>
      products.admit(product.line.id, { ...form, scenario: product.terms.scenario }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['product', product.line.id] }),
  })
  return (
    <>
      <ProblemAlert error={admit.error} />
      <Form layout="vertical" onFinish={admit.mutate}>
        <Form.Item name="organisation" label={t('products.customer')} rules={[{ required: true }]}>
          <Select
            loading={candidates.isPending}
            options={candidates.data?.map((it) => ({ value: it.id, label: it.name }))}
          />
        </Form.Item>
        <Form.Item name="purpose" label={t('products.purposeLabel')} rules={[{ required: true }]}>
          <Select
            options={PURPOSES.map((it) => ({ value: it, label: t(`products.purpose.${it}`) }))}
          />
        </Form.Item>
        <Button htmlType="submit" loading={admit.isPending}>
          {t('products.admit')}
        </Button>
      </Form>
    </>
  )
}
