import { useMutation } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { session } from '../api/calls'
import { lastHeardAt, onSessionExpired } from '../api/http'
import { useEnter, useUser } from '../api/session'
import { ProblemAlert } from '../ui/Problem'

/** The platform ends a session after eight hours without a call; people are told ten minutes before. */
const WARN_AFTER_MS = (8 * 60 - 10) * 60_000
const LOOK_EVERY_MS = 30_000

/** Warns before a session ends; when it has ended, lets the person sign in again without leaving the page. */
export function SessionGuard() {
  const [ended, setEnded] = useState(false)
  useEffect(() => onSessionExpired(() => setEnded(true)), [])
  useIdleWarning(!ended)
  return ended ? <SignInAgain onDone={() => setEnded(false)} /> : null
}

function useIdleWarning(watching: boolean) {
  const { t } = useTranslation()
  const { notification } = App.useApp()
  useEffect(() => {
    if (!watching) return
    const key = 'session-ends'
    const timer = setInterval(() => {
      if (Date.now() - lastHeardAt() < WARN_AFTER_MS) return
      const stay = () => void session.read().then(() => notification.destroy(key))
      notification.warning({
        key,
        duration: 0,
        title: t('session.ending.title'),
        description: t('session.ending.text'),
        actions: (
          <Button type="primary" size="small" onClick={stay}>
            {t('session.ending.stay')}
          </Button>
        ),
      })
    }, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [watching, notification, t])
}

/** The session may have ended because nobody sits here any more: what the page shows is covered, not lost. */
function useCovered() {
  useEffect(() => {
    document.body.classList.add('covered')
    return () => document.body.classList.remove('covered')
  }, [])
}

function SignInAgain({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const user = useUser()
  useCovered()
  const enter = useEnter()
  const signIn = useMutation({
    mutationFn: async (form: { password: string; code?: string }) => {
      await session.read() // brings a fresh CSRF token
      return session.signIn({ username: user.username, ...form })
    },
    onSuccess: (next) => {
      enter(next)
      onDone()
    },
  })
  return (
    <Modal open closable={false} footer={null} title={t('session.ended.title')}>
      <p className="prose">{t('session.ended.text', { name: user.name })}</p>
      <ProblemAlert error={signIn.error} />
      <Form layout="vertical" onFinish={(form) => signIn.mutate(form)}>
        <Form.Item name="password" label={t('session.password')} rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
        <Form.Item name="code" label={t('session.codeIfAny')}>
          <Input inputMode="numeric" autoComplete="one-time-code" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          {t('session.signIn')}
        </Button>
      </Form>
    </Modal>
  )
}
