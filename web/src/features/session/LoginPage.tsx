import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router'
import { session } from '../../api/calls'
import type { Refused } from '../../api/http'
import { useEnter, useSession } from '../../api/session'
import type { Session } from '../../api/types'
import { Mark } from '../../ui/Brand'
import { useHeading } from '../../ui/Page'
import { PublicTools } from '../../ui/PublicTools'
import { DemonstrationCards } from './DemonstrationCards'
import { placeOfOurs } from './next'
import { SignInForm } from './SignInForm'

export interface Credentials {
  username: string
  password: string
  code?: string
}

export default function LoginPage() {
  const { t } = useTranslation()
  const { installation, user } = useSession()
  const heading = useHeading(t('session.signIn'))
  const signIn = useSignIn()
  const next = useNext()
  useShellPreload()
  if (installation.empty) return <Navigate to="/setup" replace />
  if (user && signIn.isIdle) return <Navigate to={next} replace />
  return (
    <SessionLayout>
      <h1 ref={heading} tabIndex={-1}>
        {t('session.signIn')}
      </h1>
      <SignInForm signIn={signIn} />
      {installation.demonstration && <DemonstrationCards onSignIn={signIn.mutate} />}
      <p className="login-pub">
        {t('session.public.question')} <Link to="/catalogue">{t('session.public.link')}</Link>
      </p>
    </SessionLayout>
  )
}

const useNext = () => {
  const wish = useSearchParams()[0].get('next') ?? ''
  return placeOfOurs(wish)
}

export type SignIn = ReturnType<typeof useSignIn>

function useSignIn() {
  const enter = useEnter()
  const navigate = useNavigate()
  const next = useNext()
  return useMutation<Session, Refused, Credentials>({
    mutationFn: session.signIn,
    onSuccess: (entered) => {
      enter(entered)
      void navigate(next, { replace: true })
    },
  })
}

/** The shell is loaded while the person types. */
function useShellPreload() {
  useEffect(() => {
    const later = setTimeout(() => void import('../procedures/TasksPage'), 600)
    return () => clearTimeout(later)
  }, [])
}

export function SessionLayout({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const { installation } = useSession()
  const [points] = useState(['apply', 'review', 'use', 'supervise'])
  return (
    <div className="login">
      <section className="login-l" aria-label={t('session.about')}>
        <div className="login-brand">
          <Mark size={40} />
          <div>
            <b>{t('common.brand.full')}</b>
            <span>{installation.name}</span>
          </div>
        </div>
        <div className="login-hero">
          <p className="h">
            {t('session.hero.first')}
            <br />
            {t('session.hero.second')}
          </p>
          <ol>
            {points.map((point) => (
              <li key={point}>
                <b>{t(`session.point.${point}.name`)}</b>
                <span>{t(`session.point.${point}.text`)}</span>
              </li>
            ))}
          </ol>
        </div>
        <small className="login-foot">{t('session.basis')}</small>
      </section>
      <main className="login-r">
        <PublicTools />
        <div className="login-card">{children}</div>
        <footer>{t('session.foot')}</footer>
      </main>
    </div>
  )
}
