import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { incidents } from '../../api/incidents'
import type { IncidentOpening } from '../../api/types'
import { moment } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'

const KINDS = ['LEAK', 'TAMPERING', 'INTRUSION', 'OUTAGE', 'RISK_OF_COMBINATION', 'OTHER'] as const

interface Fields {
  kind: (typeof KINDS)[number]
  title: string
  text: string
  people: number
  loss: number
  important?: boolean
  critical?: boolean
  drill?: boolean
  stop?: string
}

/** The hours count from now; with the same act the use of a partner is stopped. */
export function NewIncident({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [form] = Form.useForm<Fields>()
  const targets = useQuery({
    queryKey: ['incidents', 'targets'],
    queryFn: incidents.targets,
    throwOnError: false,
  })
  const assess = useMutation({ mutationFn: (it: Fields) => incidents.assess(openingOf(it)) })
  const open = useMutation({
    mutationFn: (it: Fields) => incidents.open(openingOf(it)),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: ['incidents'] })
      void navigate(`/incidents/${made.id}`)
    },
  })
  const needed = [{ required: true }]
  return (
    <Modal open title={t('incidents.new')} onCancel={onClose} footer={null} destroyOnHidden>
      <ProblemAlert error={open.error ?? assess.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ kind: 'LEAK', people: 0, loss: 0 }}
        onFinish={(it) => open.mutate(it)}
      >
        <Form.Item name="kind" label={t('incidents.kindLabel')} rules={needed}>
          <Select
            options={KINDS.map((value) => ({ value, label: t(`incidents.kind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="title" label={t('incidents.name')} rules={needed}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="text" label={t('incidents.text')} rules={needed}>
          <Input.TextArea rows={4} maxLength={4000} />
        </Form.Item>
        <div className="two">
          <Form.Item name="people" label={t('incidents.people')}>
            <InputNumber min={0} precision={0} className="full" />
          </Form.Item>
          <Form.Item name="loss" label={t('incidents.loss')}>
            <InputNumber min={0} precision={0} className="full" />
          </Form.Item>
        </div>
        <Form.Item name="important" valuePropName="checked" noStyle>
          <Checkbox>{t('incidents.important')}</Checkbox>
        </Form.Item>
        <Form.Item name="critical" valuePropName="checked" noStyle>
          <Checkbox>{t('incidents.critical')}</Checkbox>
        </Form.Item>
        <Form.Item name="stop" label={t('incidents.stop')}>
          <Select
            allowClear
            placeholder={t('incidents.nobody')}
            options={targets.data?.map((it) => ({ value: it.id, label: it.name }))}
          />
        </Form.Item>
        <Form.Item name="drill" valuePropName="checked">
          <Checkbox>{t('incidents.asDrill')}</Checkbox>
        </Form.Item>
        {assess.data && (
          <Alert
            type="info"
            className="problem"
            title={t('incidents.would', {
              level: t(`incidents.level.${assess.data.level}`),
              due: moment(assess.data.dueAt),
            })}
          />
        )}
        <Button loading={assess.isPending} onClick={() => assess.mutate(form.getFieldsValue())}>
          {t('incidents.assess')}
        </Button>{' '}
        <Button type="primary" danger htmlType="submit" loading={open.isPending}>
          {t('incidents.open')}
        </Button>
      </Form>
    </Modal>
  )
}

const openingOf = (it: Fields): IncidentOpening => ({
  kind: it.kind,
  drill: it.drill ?? false,
  title: it.title,
  text: it.text,
  harm: {
    people: it.people ?? 0,
    loss: it.loss ?? 0,
    importantData: it.important ?? false,
    critical: it.critical ?? false,
  },
  stop: it.stop,
})
