import { useMutation } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { session } from '../../api/calls'
import { ProblemAlert } from '../../ui/Problem'

interface Passwords {
  current: string
  next: string
  again: string
}

export function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [form] = Form.useForm<Passwords>()
  const change = useMutation({
    mutationFn: ({ current, next }: Passwords) => session.changePassword(current, next),
    onSuccess: () => {
      void message.success(t('session.passwordChanged'))
      form.resetFields()
      onDone()
    },
  })
  return (
    <Form form={form} layout="vertical" onFinish={change.mutate} requiredMark={false}>
      <ProblemAlert error={change.error} />
      <Form.Item name="current" label={t('session.currentPassword')} rules={[{ required: true }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="next"
        label={t('session.newPassword')}
        extra={t('session.passwordRule')}
        rules={[{ required: true, min: 12 }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('session.newPasswordAgain')}
        dependencies={['next']}
        rules={[
          { required: true },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(t('session.passwordsDiffer'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t('session.changePassword')}
      </Button>
    </Form>
  )
}
