import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { partners } from '../../api/calls'
import { useUser } from '../../api/session'
import { ProblemAlert } from '../../ui/Problem'
import { rulesQuery } from './queries'

interface Rules {
  admission: string
  leaving: string
}

/** Publishing a new version of the rules; the earlier ones stay readable. */
export function RulesForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { organisation } = useUser()
  const current = useSuspenseQuery(rulesQuery)
    .data.find((it) => it.operator.id === organisation.id)
    ?.versions.at(0)
  const publish = useMutation({
    mutationFn: (form: Rules) => partners.publish(form),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: rulesQuery.queryKey })
      void message.success(t('partners.published'))
      onClose()
    },
  })
  return (
    <Modal open title={t('partners.publish')} onCancel={onClose} footer={null} destroyOnHidden>
      <Form<Rules>
        layout="vertical"
        initialValues={{ admission: current?.admission, leaving: current?.leaving }}
        onFinish={publish.mutate}
      >
        <Form.Item name="admission" label={t('partners.admission')} rules={[{ required: true }]}>
          <Input.TextArea rows={5} maxLength={4000} />
        </Form.Item>
        <Form.Item name="leaving" label={t('partners.leaving')} rules={[{ required: true }]}>
          <Input.TextArea rows={5} maxLength={4000} />
        </Form.Item>
        <ProblemAlert error={publish.error} />
        <Button type="primary" htmlType="submit" loading={publish.isPending}>
          {t('partners.publish')}
        </Button>
      </Form>
    </Modal>
  )
}
