import { type SubmitEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlainProblem } from '../../ui/PlainProblem'
import type { SignIn } from './LoginPage'

/** Name and password, and the second factor when the server asks for it. */
export function SignInForm({ signIn }: { signIn: SignIn }) {
  const { t } = useTranslation()
  const id = useId()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState<{ username?: boolean; password?: boolean }>({})
  const asksForCode = ['second-factor-required', 'second-factor-wrong'].includes(
    signIn.error?.code ?? '',
  )
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const gaps = { username: !username, password: !password }
    setMissing(gaps)
    if (gaps.username || gaps.password) return
    const code = String(new FormData(event.currentTarget).get('code') ?? '').trim()
    signIn.mutate({ username, password, code: code || undefined })
  }
  return (
    <form onSubmit={onSubmit} noValidate className="frm">
      {signIn.error && signIn.error.code !== 'second-factor-required' && (
        <PlainProblem error={signIn.error} />
      )}
      <label htmlFor={`${id}u`}>{t('session.username')}</label>
      <input
        id={`${id}u`}
        value={username}
        onChange={(event) => setUsername(event.target.value)}
        autoComplete="username"
        aria-invalid={missing.username}
        aria-describedby={missing.username ? `${id}ue` : undefined}
      />
      {missing.username && (
        <p className="ferr" id={`${id}ue`}>
          {t('session.missing.username')}
        </p>
      )}
      <label htmlFor={`${id}w`}>{t('session.password')}</label>
      <PasswordInput
        id={`${id}w`}
        value={password}
        onChange={setPassword}
        invalid={missing.password}
        describedBy={missing.password ? `${id}we` : undefined}
      />
      {missing.password && (
        <p className="ferr" id={`${id}we`}>
          {t('session.missing.password')}
        </p>
      )}
      {asksForCode && <CodeInput id={`${id}c`} />}
      <button className="btn big" type="submit" disabled={signIn.isPending}>
        {t(signIn.isPending ? 'session.signingIn' : 'session.signIn')}
      </button>
    </form>
  )
}

function CodeInput({ id }: { id: string }) {
  const { t } = useTranslation()
  return (
    <>
      <label htmlFor={id}>{t('session.code')}</label>
      <input
        id={id}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
        // biome-ignore lint/a11y/noAutofocus: the server has just asked for this one field
        autoFocus
        aria-describedby={`${id}h`}
      />
      <p className="sub" id={`${id}h`}>
        {t('session.codeHint')}
      </p>
    </>
  )
}

interface PasswordInputProps {
  id: string
  value: string
  onChange: (value: string) => void
  invalid?: boolean
  describedBy?: string
}

function PasswordInput({ id, value, onChange, invalid, describedBy }: PasswordInputProps) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  return (
    <div className="pw">
      <input
        id={id}
        type={shown ? 'text' : 'password'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="current-password"
        aria-invalid={invalid}
        aria-describedby={describedBy}
      />
      <button type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
        {t(shown ? 'session.hide' : 'session.show')}
      </button>
    </div>
  )
}
