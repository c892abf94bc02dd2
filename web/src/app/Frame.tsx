import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, Outlet } from 'react-router'
import { session } from '../api/calls'
import { useFollowOthers, useSession } from '../api/session'

/** Around every page: who is signed in is known, and a demonstration says that it is one. */
export function Frame() {
  useFollowOthers()
  return (
    <Suspense fallback={<Loading />}>
      <DemonstrationBanner />
      <Outlet />
    </Suspense>
  )
}

export function Loading() {
  const { t } = useTranslation()
  return (
    <div className="boot" role="status">
      {t('common.loading')}
    </div>
  )
}

function DemonstrationBanner() {
  const { t } = useTranslation()
  const { installation } = useSession()
  if (!installation.demonstration) return null
  return (
    <aside className="demonstration" aria-label={t('common.demonstration.label')}>
      <b>{t('common.demonstration.label')}</b>
      <span>{t('common.demonstration.text')}</span>
      <Preparing />
    </aside>
  )
}

const LOOK_AGAIN_MS = 3000

/** After a first start the demonstration's cases are still being played. */
function Preparing() {
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['demonstration', 'progress'],
    queryFn: session.demonstrationProgress,
    throwOnError: false,
    refetchInterval: ({ state }) =>
      state.data && !state.data.finished && !state.data.failed ? LOOK_AGAIN_MS : false,
  })
  if (!data || data.finished || data.failed) return null
  return (
    <b role="status">{t('common.demonstration.preparing', { n: data.done, all: data.total })}</b>
  )
}

/** A person whom the data are about has pages of their own; the others begin with what is to be done. */
const HOMES: Record<string, string> = {
  SUBJECT: '/rights',
  SECURITY_REGULATOR: '/oversight',
  MARKET_REGULATOR: '/oversight',
}
const homeOf = (role: string) => HOMES[role] ?? '/tasks'

/** The first page: an empty installation is set up, a person sees their tasks, a visitor the catalogue. */
export function Home() {
  const { installation, user } = useSession()
  const first = installation.empty ? '/setup' : user ? homeOf(user.role) : '/catalogue'
  return <Navigate to={first} replace />
}
