import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, useLocation, useNavigate } from 'react-router'
import { session } from '../../api/calls'
import { useEnter, useSession } from '../../api/session'
import { Wordmark } from '../../ui/Brand'
import { useHeading } from '../../ui/Page'
import { PublicTools } from '../../ui/PublicTools'
import { useStanding } from './queries'

/** Around the pages for those whom the data are about: no shell of the staff, and nothing to learn. */
export function RightsLayout({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation()
  const { installation, user } = useSession()
  const heading = useHeading(title)
  const place = useLocation().pathname
  if (!user) return <Navigate to={`/login?next=${encodeURIComponent(place)}`} replace />
  if (user.role !== 'SUBJECT') return <Navigate to="/tasks" replace />
  return (
    <div className="portal rights">
      <a className="skip" href="#main">
        {t('common.skip')}
      </a>
      <header>
        <div className="w">
          <Link to="/rights" className="brandlink">
            <Wordmark sub={t('rights.home')} />
          </Link>
          <div className="grow" />
          <PublicTools />
          <SignOut />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <div className="w p-body">
          {place !== '/rights' && (
            <p className="crumbs">
              <Link to="/rights">{t('rights.back')}</Link>
            </p>
          )}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {children}
        </div>
      </main>
      <footer>
        <div className="w">
          {installation.name} {t('session.basis')}
        </div>
      </footer>
    </div>
  )
}

function SignOut() {
  const { t } = useTranslation()
  const enter = useEnter()
  const navigate = useNavigate()
  const leave = async () => {
    await session.signOut()
    enter(await session.read())
    void navigate('/login', { replace: true })
  }
  return (
    <button type="button" className="btn ghost" onClick={() => void leave()}>
      {t('session.signOut')}
    </button>
  )
}

/** Pages about one's own data need a proven identity; without it they lead to where it is proven. */
export function Proven({ children }: { children: ReactNode }) {
  const { data } = useStanding()
  const navigate = useNavigate()
  const missing = data !== undefined && !data.identity
  useEffect(() => {
    if (missing) void navigate('/rights', { replace: true })
  }, [missing, navigate])
  return data?.identity ? children : null
}
