import { useMutation } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { session } from '../../api/calls'
import { ProblemAlert } from '../../ui/Problem'

/** Enrols a one-time password (RFC 6238): the secret is shown once, a code from the app confirms it. */
export function SecondFactorForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const begin = useMutation({ mutationFn: session.beginSecondFactor })
  const confirm = useMutation({
    mutationFn: ({ code }: { code: string }) => session.confirmSecondFactor(code),
    onSuccess: () => {
      void message.success(t('session.enrolled'))
      begin.reset()
      onDone()
    },
  })
  if (!begin.data) {
    return (
      <>
        <p className="prose">{t('session.secondFactorText')}</p>
        <ProblemAlert error={begin.error} />
        <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate()}>
          {t('session.enrol')}
        </Button>
      </>
    )
  }
  const { secret, uri } = begin.data
  return (
    <>
      <ol className="steps-text">
        <li>{t('session.enrolStep1')}</li>
        <li>
          {t('session.enrolStep2')}
          <code className="secret">{secret.replace(/(.{4})/g, '$1 ').trim()}</code>
          <a href={uri}>{t('session.openInApp')}</a>
        </li>
        <li>{t('session.enrolStep3')}</li>
      </ol>
      <ProblemAlert error={confirm.error} />
      <Form layout="inline" onFinish={confirm.mutate}>
        <Form.Item name="code" label={t('session.code')} rules={[{ required: true }]}>
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={8} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={confirm.isPending}>
          {t('session.confirm')}
        </Button>
      </Form>
    </>
  )
}
