import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { products } from '../../api/market'
import type { ProductTerms } from '../../api/types'
import { ProblemAlert } from '../../ui/Problem'
import { TermsFields } from './TermsFields'

type Values = Omit<ProductTerms, 'scenario'> & { release: string }

/** Begins the registration of a product: of which released result, and what it is. */
export function BeginDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const works = useQuery({ queryKey: ['works'], queryFn: products.works, throwOnError: false })
  const begin = useMutation({
    mutationFn: ({ release, ...terms }: Values) =>
      products.begin({
        release,
        terms: {
          ...terms,
          audience: terms.audience ?? '',
          wayOfUse: terms.wayOfUse ?? '',
          limits: terms.limits ?? '',
          priceBasis: terms.priceBasis ?? '',
          scenario: works.data?.find((it) => it.id === release)?.scenario ?? '',
        },
      }),
    onSuccess: (after) => {
      void queries.invalidateQueries({ queryKey: ['products'] })
      void navigate(`/products/${after.line.id}`)
    },
  })
  return (
    <Modal open title={t('products.begin')} onCancel={onClose} footer={null} destroyOnHidden>
      <p className="prose">{t('products.beginText')}</p>
      <ProblemAlert error={works.error ?? begin.error} />
      <Form layout="vertical" onFinish={begin.mutate}>
        <Form.Item name="release" label={t('products.release')} rules={[{ required: true }]}>
          <Select
            loading={works.isPending}
            notFoundContent={t('products.noWorks')}
            options={works.data?.map((it) => ({
              value: it.id,
              label: `${it.number} ${it.scenario}`,
            }))}
          />
        </Form.Item>
        <TermsFields />
        <Button type="primary" htmlType="submit" loading={begin.isPending}>
          {t('products.begin')}
        </Button>
      </Form>
    </Modal>
  )
}
