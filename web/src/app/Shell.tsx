import { BellOutlined, BulbOutlined, MenuOutlined, SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Badge, Button, Drawer, Grid, Menu } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Outlet, useLocation, useNavigate } from 'react-router'
import { work } from '../api/calls'
import { unreadQuery } from '../api/messages'
import { useSession, useUser } from '../api/session'
import { speak } from '../i18n'
import { useAppearance } from '../ui/appearance'
import { Wordmark } from '../ui/Brand'
import { menuOf } from './menu'
import { Search } from './Search'
import { UserMenu } from './UserMenu'

export function Shell() {
  const { t } = useTranslation()
  const wide = Grid.useBreakpoint().lg !== false
  const [open, setOpen] = useState(false)
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('common.skip')}
      </a>
      <header className="top">
        {!wide && (
          <Button
            type="text"
            aria-label={t('common.openMenu')}
            icon={<MenuOutlined aria-hidden />}
            onClick={() => setOpen(true)}
          />
        )}
        <Link to="/" className="brandlink">
          <Wordmark />
        </Link>
        {wide && <Search />}
        <div className="grow" />
        {!wide && <SearchLink />}
        <Bell />
        <LanguageButton />
        <AppearanceButton />
        <UserMenu brief={!wide} />
      </header>
      {wide && (
        <nav className="side" aria-label={t('common.mainMenu')}>
          <MainMenu onChosen={() => {}} />
          <InForce />
        </nav>
      )}
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement="left"
        size={264}
        title={<Wordmark />}
        styles={{ body: { padding: 0 } }}
      >
        <MainMenu onChosen={() => setOpen(false)} />
      </Drawer>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}

/** On a phone the box is a page of its own. */
function SearchLink() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <Button
      type="text"
      aria-label={t('search.title')}
      icon={<SearchOutlined aria-hidden />}
      onClick={() => void navigate('/search')}
    />
  )
}

function MainMenu({ onChosen }: { onChosen: () => void }) {
  const { t } = useTranslation()
  const { role } = useUser()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const groups = menuOf(role)
  const withTasks = groups.some((group) => group.entries.some((entry) => entry.path === '/tasks'))
  const waiting = useQuery({
    queryKey: ['tasks', 'summary'],
    queryFn: work.summary,
    enabled: withTasks,
    throwOnError: false,
  }).data?.open
  const paths = groups.flatMap((group) => group.entries.map((entry) => entry.path))
  const here = paths.find((path) => pathname === path || pathname.startsWith(`${path}/`))
  return (
    <Menu
      mode="inline"
      className="mainmenu"
      selectedKeys={here ? [here] : []}
      onClick={({ key }) => {
        onChosen()
        void navigate(key)
      }}
      items={groups.map((group) => ({
        type: 'group',
        key: group.label,
        label: t(group.label),
        children: group.entries.map((entry) => ({
          key: entry.path,
          icon: entry.icon,
          label: (
            <span className="mi">
              {t(entry.label)}
              {entry.path === '/tasks' && (
                <Badge count={waiting ?? 0} size="small" color="#B42318" />
              )}
            </span>
          ),
        })),
      }))}
    />
  )
}

function Bell() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const n = useQuery(unreadQuery).data?.unread ?? 0
  return (
    <Badge count={n} size="small" color="#B42318" overflowCount={99}>
      <Button
        type="text"
        aria-label={t('messages.bell', { n })}
        icon={<BellOutlined aria-hidden />}
        onClick={() => void navigate('/messages')}
      />
    </Badge>
  )
}

function InForce() {
  const { t } = useTranslation()
  const { installation } = useSession()
  return (
    <div className="side-foot">
      <small>
        {installation.name}
        <br />
        {t('common.rules')} <span>{t('common.rulesUntil')}</span>
      </small>
    </div>
  )
}

function LanguageButton() {
  const { t, i18n } = useTranslation()
  const other = i18n.language === 'en' ? 'zh-CN' : 'en'
  return (
    <Button type="text" lang={other} onClick={() => void speak(other)}>
      {t('common.otherLanguage')}
    </Button>
  )
}

function AppearanceButton() {
  const { t } = useTranslation()
  const { mode, toggle } = useAppearance()
  return (
    <Button
      type="text"
      aria-label={t(mode === 'dark' ? 'common.toLight' : 'common.toDark')}
      icon={<BulbOutlined aria-hidden />}
      onClick={toggle}
    />
  )
}
