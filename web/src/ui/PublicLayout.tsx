import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSession } from '../api/session'
import { Wordmark } from './Brand'
import { PublicTools } from './PublicTools'

/** Around the public pages. */
export function PublicLayout({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const { installation, user } = useSession()
  return (
    <div className="portal">
      <a className="skip" href="#main">
        {t('common.skip')}
      </a>
      <header>
        <div className="w">
          <Link to="/catalogue" className="brandlink">
            <Wordmark sub={t('catalogue.public')} />
          </Link>
          <PublicLinks />
          <PublicTools />
          <Link className="btn" to={user ? '/tasks' : '/login'}>
            {t(user ? 'catalogue.toWork' : 'session.signIn')}
          </Link>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer>
        <div className="w">
          <PublicLinks />
          {installation.name} {t('session.basis')}
        </div>
      </footer>
    </div>
  )
}

function PublicLinks() {
  const { t } = useTranslation()
  return (
    <nav className="p-links" aria-label={t('common.publicPages')}>
      <Link to="/catalogue">{t('menu.catalogue')}</Link>
      <Link to="/partner-rules">{t('menu.partnerRules')}</Link>
      <Link to="/product-catalogue">{t('menu.offers')}</Link>
      <Link to="/disclosures">{t('menu.disclosures')}</Link>
      <Link to="/measures">{t('menu.measures')}</Link>
      <Link to="/verify">{t('menu.verify')}</Link>
    </nav>
  )
}
