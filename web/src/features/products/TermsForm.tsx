import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { products } from '../../api/market'
import type { Product, ProductTerms } from '../../api/types'
import { ProblemAlert } from '../../ui/Problem'
import { TermsFields } from './TermsFields'

/** Fills a registration in; the scenario is the approved one. */
export function TermsForm({ product }: { product: Product }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: (terms: ProductTerms) =>
      products.fill(product.line.id, {
        version: product.version,
        terms: { ...terms, scenario: product.derivation.scenario },
      }),
    onSuccess: (after) => {
      queries.setQueryData(['product', product.line.id], after)
      void message.success(t('products.saved'))
    },
  })
  return (
    <section className="card">
      <h2 className="h">
        {t('products.registered')} <small>{product.derivation.scenario}</small>
      </h2>
      <ProblemAlert error={save.error} />
      <Form layout="vertical" initialValues={product.terms} onFinish={save.mutate}>
        <TermsFields />
        <Button htmlType="submit" loading={save.isPending}>
          {t('products.save')}
        </Button>
      </Form>
    </section>
  )
}
