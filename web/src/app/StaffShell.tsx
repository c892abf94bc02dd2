import { LoadingOutlined } from '@ant-design/icons'
import { App, ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import 'dayjs/locale/zh-cn'
import { useTranslation } from 'react-i18next'
import { Navigate, useLocation } from 'react-router'
import { useSession } from '../api/session'
import { useAppearance } from '../ui/appearance'
import { nonce } from '../ui/nonce'
import { dark, light } from '../ui/theme'
import { SessionGuard } from './SessionGuard'
import { Shell } from './Shell'
import '../ui/antd.generated.css'

/** Unmoved: antd's own fades out, and stays in the button's name for ever when what it stands in is hidden meanwhile. */
const BUSY = <LoadingOutlined aria-hidden />

/** Everything behind the log-in. Who must first change the password or enrol a second factor is sent there. */
export default function StaffShell() {
  const { user } = useSession()
  const { mode } = useAppearance()
  const { i18n } = useTranslation()
  const { pathname, search } = useLocation()
  if (!user) return <Navigate to={`/login?next=${encodeURIComponent(pathname + search)}`} replace />
  const owing = user.mustChangePassword || user.mustEnrolSecondFactor
  if (owing && pathname !== '/me') return <Navigate to="/me" replace />
  return (
    <ConfigProvider
      locale={i18n.language === 'en' ? enGB : zhCN}
      csp={{ nonce }}
      theme={mode === 'dark' ? dark : light}
      modal={{ mask: { blur: false } }}
      drawer={{ mask: { blur: false } }}
      button={{ autoInsertSpace: false, loadingIcon: BUSY }}
    >
      <App className="staff">
        <SessionGuard />
        <Shell />
      </App>
    </ConfigProvider>
  )
}
