import { useSuspenseQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { workspaces } from '../../api/calls'
import type { WorkspaceLine } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'

export default function WorkspacesPage() {
  const { t } = useTranslation()
  const lines = useSuspenseQuery({ queryKey: ['workspaces'], queryFn: workspaces.list }).data
  return (
    <Page title={t('menu.workspaces')} sub={t('workspace.intro')}>
      <div className="card">
        <Table<WorkspaceLine>
          rowKey="id"
          size="middle"
          scroll={{ x: 720 }}
          dataSource={lines}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          locale={{ emptyText: <Empty>{t('workspace.none')}</Empty> }}
          columns={[
            {
              title: t('workspace.workspace'),
              render: (_, it) => (
                <div className="t-title">
                  <Link to={`/workspaces/${it.id}`}>{it.title}</Link>
                  <div className="sub">
                    {it.scenario !== it.title && <span>{it.scenario}</span>}
                    <span>{t('workspace.tables', { n: it.tables })}</span>
                  </div>
                </div>
              ),
            },
            { title: t('workspace.partner'), width: 240, render: (_, it) => it.partner.name },
            {
              title: t('workspace.until'),
              width: 130,
              render: (_, it) => <span className="num">{date(it.until)}</span>,
            },
            {
              title: t('work.column.stage'),
              width: 200,
              render: (_, it) => (
                <>
                  <Stage stage={it.state} />
                  {it.reason && <div className="sub">{it.reason}</div>}
                </>
              ),
            },
          ]}
        />
      </div>
    </Page>
  )
}
