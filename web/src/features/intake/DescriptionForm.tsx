import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ResourceForm, UpdateCycle } from '../../api/types'
import { ProblemAlert } from '../../ui/Problem'

const CYCLES: UpdateCycle[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY', 'IRREGULAR']

interface DescriptionFormProps {
  withName?: boolean
  initial?: Partial<ResourceForm>
  error: unknown
  pending: boolean
  submit: string
  onSubmit: (form: ResourceForm) => void
}

/** What a department says about a resource. */
export function DescriptionForm(props: DescriptionFormProps) {
  const { t } = useTranslation()
  const required = [{ required: true }]
  return (
    <Form<ResourceForm>
      layout="vertical"
      className="grid-form"
      initialValues={props.initial ?? { updateCycle: 'MONTHLY' }}
      onFinish={props.onSubmit}
    >
      <Form.Item name="title" label={t('intake.field.title')} rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      {props.withName && (
        <Form.Item
          name="name"
          label={t('intake.field.name')}
          extra={t('intake.nameHint')}
          rules={[
            { required: true, pattern: /^[a-z][a-z0-9_]{1,62}$/, message: t('intake.nameHint') },
          ]}
        >
          <Input maxLength={63} className="mono" />
        </Form.Item>
      )}
      <Form.Item name="summary" label={t('intake.field.summary')} rules={required} className="wide">
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="updateCycle" label={t('catalogue.about.cycleLabel')} rules={required}>
        <Select
          options={CYCLES.map((value) => ({ value, label: t(`catalogue.cycle.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="contact" label={t('catalogue.about.contact')} rules={required}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="legalBasis" label={t('catalogue.about.basis')} rules={required}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="retention" label={t('catalogue.about.retention')} rules={required}>
        <Input maxLength={120} />
      </Form.Item>
      <div className="wide">
        <ProblemAlert error={props.error} />
        <Button type="primary" htmlType="submit" loading={props.pending}>
          {props.submit}
        </Button>
      </div>
    </Form>
  )
}
