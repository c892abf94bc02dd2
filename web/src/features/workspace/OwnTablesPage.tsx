import { useSuspenseQuery } from '@tanstack/react-query'
import { Breadcrumb } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { Page } from '../../ui/Page'
import { OwnTableForm } from './OwnTableForm'
import { OwnTableList } from './OwnTableList'
import { workspaceQuery } from './queries'

/** What a partner brought along for a workspace, and for the partner the way to bring more. */
export default function OwnTablesPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const workspace = useSuspenseQuery(workspaceQuery(id)).data
  return (
    <Page
      title={t('own.title')}
      sub={t('own.intro')}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/workspaces">{t('menu.workspaces')}</Link> },
            { title: <Link to={`/workspaces/${id}`}>{workspace.title}</Link> },
            { title: t('own.name') },
          ]}
        />
      }
    >
      {workspace.mine && workspace.state === 'OPEN' && <OwnTableForm workspace={id} />}
      <OwnTableList workspace={id} />
    </Page>
  )
}
