import { useQueryClient } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { sessionQuery, useUser } from '../../api/session'
import { Page } from '../../ui/Page'
import { PasswordForm } from './PasswordForm'
import { SecondFactorForm } from './SecondFactorForm'

/** One's own account. Who must change the password or enrol a second factor gets no further than this. */
export default function AccountPage() {
  const { t } = useTranslation()
  const user = useUser()
  const queries = useQueryClient()
  const refresh = () => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
  const password = (
    <section className="card" key="password">
      <h2 className="h">{t('session.changePassword')}</h2>
      {user.mustChangePassword && (
        <Alert
          type="warning"
          showIcon
          title={t('session.mustChangePassword')}
          className="problem"
        />
      )}
      <PasswordForm onDone={refresh} />
    </section>
  )
  const factor = (
    <section className="card" key="factor">
      <h2 className="h">{t('session.secondFactor')}</h2>
      {user.mustEnrolSecondFactor && (
        <Alert type="warning" showIcon title={t('session.mustEnrol')} className="problem" />
      )}
      <SecondFactorForm onDone={refresh} />
    </section>
  )
  return (
    <Page
      narrow
      title={t('session.account')}
      sub={`${user.name} (${user.username}) ${user.organisation.name}`}
    >
      <div className="two">
        {user.mustEnrolSecondFactor ? [factor, password] : [password, factor]}
      </div>
    </Page>
  )
}
