import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { parties } from '../../api/calls'
import type { Organisation, Role } from '../../api/types'
import { ProblemAlert } from '../../ui/Problem'

export const ROLES: Role[] = [
  'AUTHORITY',
  'SOURCE',
  'OPERATOR',
  'PARTNER',
  'GOVERNMENT',
  'CITY',
  'EXPERT',
  'ASSESSOR',
  'SECURITY_REGULATOR',
  'MARKET_REGULATOR',
  'SUBJECT',
  'SYSTEM_ADMIN',
  'SECURITY_ADMIN',
  'AUDIT_ADMIN',
]
const KINDS = ['DEPARTMENT', 'INSTITUTION', 'COMPANY', 'UNINCORPORATED', 'NATURAL_PERSON']

export function OrganisationDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const add = useAdd(parties.addOrganisation, 'organisations', onClose)
  return (
    <Modal open title={t('parties.addOrganisation')} footer={null} onCancel={onClose}>
      <ProblemAlert error={add.error} />
      <Form layout="vertical" onFinish={add.mutate} initialValues={{ kind: 'DEPARTMENT' }}>
        <Form.Item name="name" label={t('parties.name')} rules={[{ required: true }]}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="creditCode" label={t('session.setup.creditCode')}>
          <Input maxLength={18} />
        </Form.Item>
        <Form.Item name="kind" label={t('work.column.kind')} rules={[{ required: true }]}>
          <Select options={KINDS.map((value) => ({ value, label: t(`parties.kind.${value}`) }))} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('common.save')}
        </Button>
      </Form>
    </Modal>
  )
}

interface PersonDialogProps {
  organisations: Organisation[]
  organisation?: string
  onClose: () => void
}

export function PersonDialog({ organisations, organisation, onClose }: PersonDialogProps) {
  const { t } = useTranslation()
  const add = useAdd(parties.addPerson, 'people', onClose)
  return (
    <Modal open title={t('parties.addPerson')} footer={null} onCancel={onClose}>
      <ProblemAlert error={add.error} />
      <Form layout="vertical" onFinish={add.mutate} initialValues={{ organisation, roles: [] }}>
        <Form.Item
          name="organisation"
          label={t('parties.organisation')}
          rules={[{ required: true }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={organisations.map((it) => ({ value: it.id, label: it.name }))}
          />
        </Form.Item>
        <Form.Item name="name" label={t('session.setup.personName')} rules={[{ required: true }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="username" label={t('session.username')} rules={[{ required: true }]}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="roles" label={t('parties.roles')} rules={[{ required: true }]}>
          <Select
            mode="multiple"
            options={ROLES.map((value) => ({ value, label: t(`common.role.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('parties.firstPassword')}
          extra={t('session.passwordRule')}
          rules={[{ required: true, min: 12 }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('common.save')}
        </Button>
      </Form>
    </Modal>
  )
}

function useAdd<T>(add: (form: T) => Promise<unknown>, list: string, onDone: () => void) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: add,
    onSuccess: () => {
      void message.success(t('parties.added'))
      void queries.invalidateQueries({ queryKey: [list] })
      onDone()
    },
  })
}
