import { Alert, Breadcrumb, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { GrantedColumn, Workspace } from '../../api/types'
import { date, number } from '../../ui/format'
import { Grade } from '../../ui/Grade'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'
import { RunList } from './HistoryDrawer'
import { WorkspaceSteps } from './WorkspaceSteps'

/** A workspace for those who supervise it: what is granted, what was run, what it has cost. */
export function WorkspaceOverview({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation()
  return (
    <Page
      className="case"
      title={workspace.title}
      mark={<Stage stage={workspace.state} />}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/workspaces">{t('menu.workspaces')}</Link> },
            { title: workspace.title },
          ]}
        />
      }
      sub={
        <p className="meta">
          <span>{workspace.partner.name}</span>
          <span>{t('workspace.validUntil', { date: date(workspace.until) })}</span>
          <Link to={`/agreements/${workspace.agreement}`}>{t('agreement.agreement')}</Link>
          <Link to={`/cases/${workspace.caseId}`}>{t('agreement.toCase')}</Link>
        </p>
      }
      actions={<WorkspaceSteps workspace={workspace} />}
    >
      {workspace.state !== 'OPEN' && (
        <Alert
          type="error"
          showIcon
          className="problem"
          title={t(`workspace.notOpen.${workspace.state}`)}
          description={workspace.reason}
        />
      )}
      <div className="cols">
        <div className="col-m">
          {workspace.tables.map((table) => (
            <section key={table.name} className="card">
              <h2 className="h">
                {table.title}{' '}
                <small>
                  {table.department.name} {t('catalogue.rows', { n: number(table.rows) })}
                </small>
              </h2>
              <Columns columns={table.columns} />
            </section>
          ))}
        </div>
        <aside className="col-s">
          <section className="card">
            <h2 className="h">{t('workspace.budget.name')}</h2>
            {workspace.budget.length === 0 && (
              <p className="sub">{t('workspace.budget.noSubjects')}</p>
            )}
            <ul className="budget-list">
              {workspace.budget.map((it) => (
                <li key={it.resource} className="row-sb">
                  <span>{it.title}</span>
                  <span className="num">
                    {number(it.spent)} / {number(it.limit)}
                  </span>
                </li>
              ))}
            </ul>
          </section>
          <section className="card">
            <h2 className="h">{t('own.name')}</h2>
            <p className="sub">{t('own.seen')}</p>
            <Link to={`/workspaces/${workspace.id}/own`}>{t('own.title')}</Link>
          </section>
          <section className="card">
            <h2 className="h">{t('workspace.history')}</h2>
            <RunList workspace={workspace.id} />
          </section>
        </aside>
      </div>
    </Page>
  )
}

function Columns({ columns }: { columns: GrantedColumn[] }) {
  const { t } = useTranslation()
  return (
    <Table<GrantedColumn>
      rowKey="name"
      size="small"
      pagination={false}
      scroll={{ x: 620 }}
      dataSource={columns}
      columns={[
        {
          title: t('catalogue.column.column'),
          render: (_, it) => (
            <>
              <code>{it.name}</code>
              <div className="sub">{it.label}</div>
            </>
          ),
        },
        { title: t('data.grade.label'), width: 100, render: (_, it) => <Grade grade={it.grade} /> },
        {
          title: t('authorisation.handling'),
          width: 120,
          render: (_, it) => t(`data.mask.${it.mask}`),
        },
        {
          title: t('catalogue.column.rights'),
          render: (_, it) =>
            it.rights.map((right) => t(`data.right.${right}`)).join(t('data.comma')) ||
            t('data.noRight'),
        },
      ]}
    />
  )
}
