import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Modal, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { partners } from '../../api/calls'
import type { CapabilityKind } from '../../api/types'
import { DayPicker } from '../../ui/DayPicker'
import { ProblemAlert } from '../../ui/Problem'
import { rulesQuery, useKeepPartnership } from './queries'

const KINDS: CapabilityKind[] = ['STANDING', 'TEAM', 'SECURITY', 'EXPERIENCE']

interface Application {
  operator: string
  introduction: string
  affiliated?: boolean
  text: Record<CapabilityKind, string>
  validUntil?: Partial<Record<CapabilityKind, Dayjs>>
}

/** An application to be a partner, with evidence for each of four things. */
export function ApplyForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const keep = useKeepPartnership()
  const operators = useSuspenseQuery(rulesQuery).data
  const begin = useMutation({
    mutationFn: (form: Application) =>
      partners.begin({
        operator: form.operator,
        partner: null,
        introduction: form.introduction,
        affiliated: form.affiliated ?? false,
        capabilities: KINDS.map((kind) => ({
          kind,
          text: form.text[kind],
          validUntil: form.validUntil?.[kind]?.format('YYYY-MM-DD') ?? null,
        })),
      }),
    onSuccess: (partnership) => {
      keep(partnership)
      void navigate(`/partners/${partnership.id}`)
    },
  })
  return (
    <Modal open title={t('partners.apply')} onCancel={onClose} footer={null} destroyOnHidden>
      <Form<Application>
        layout="vertical"
        initialValues={{ operator: operators[0]?.operator.id }}
        onFinish={begin.mutate}
      >
        <Form.Item name="operator" label={t('partners.operator')} rules={[{ required: true }]}>
          <Select
            options={operators.map((it) => ({ value: it.operator.id, label: it.operator.name }))}
          />
        </Form.Item>
        <Form.Item
          name="introduction"
          label={t('partners.introduction')}
          rules={[{ required: true }]}
        >
          <Input.TextArea rows={3} maxLength={4000} />
        </Form.Item>
        {KINDS.map((kind) => (
          <div key={kind}>
            <Form.Item
              name={['text', kind]}
              label={t(`partners.capability.${kind}`)}
              rules={[{ required: true }]}
            >
              <Input.TextArea rows={2} maxLength={4000} />
            </Form.Item>
            <Form.Item name={['validUntil', kind]} label={t('partners.validUntil')}>
              <DayPicker />
            </Form.Item>
          </div>
        ))}
        <Form.Item name="affiliated" valuePropName="checked">
          <Checkbox>{t('partners.affiliated')}</Checkbox>
        </Form.Item>
        <ProblemAlert error={begin.error} />
        <Button type="primary" htmlType="submit" loading={begin.isPending}>
          {t('partners.send')}
        </Button>
      </Form>
    </Modal>
  )
}
