import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'

const KINDS = ['DATASET', 'INTERFACE', 'INDICATOR', 'REPORT', 'MODEL', 'APPLICATION']
const PURPOSES = ['GOVERNANCE', 'WELFARE', 'INDUSTRY']
const TEXTS = ['audience', 'wayOfUse', 'limits', 'priceBasis'] as const

/** What is registered about a product (art. 22). */
export function TermsFields() {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item name="name" label={t('products.name')} rules={[{ required: true }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="kind" label={t('products.kindLabel')} rules={[{ required: true }]}>
        <Select options={KINDS.map((it) => ({ value: it, label: t(`products.kind.${it}`) }))} />
      </Form.Item>
      <Form.Item name="purpose" label={t('products.purposeLabel')} rules={[{ required: true }]}>
        <Select
          options={PURPOSES.map((it) => ({ value: it, label: t(`products.purpose.${it}`) }))}
        />
      </Form.Item>
      {TEXTS.map((it) => (
        <Form.Item key={it} name={it} label={t(`products.${it}`)}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      ))}
    </>
  )
}
