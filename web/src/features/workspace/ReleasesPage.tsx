import { useSuspenseQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { releases } from '../../api/calls'
import type { ReleaseLine } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { moment } from '../../ui/format'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'

export default function ReleasesPage() {
  const { t } = useTranslation()
  const lines = useSuspenseQuery({ queryKey: ['releases'], queryFn: releases.list }).data
  return (
    <Page title={t('menu.releases')} sub={t('workspace.releasesIntro')}>
      <div className="card">
        <Table<ReleaseLine>
          rowKey="id"
          size="middle"
          scroll={{ x: 760 }}
          dataSource={lines}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          locale={{ emptyText: <Empty>{t('workspace.noReleases')}</Empty> }}
          columns={[
            {
              title: t('workspace.purpose'),
              render: (_, it) => (
                <div className="t-title">
                  <Link to={`/releases/${it.id}`}>{it.purpose}</Link>
                  <div className="sub">
                    <code>{it.number}</code>
                    <span>{it.workspaceTitle}</span>
                  </div>
                </div>
              ),
            },
            {
              title: t('workspace.author'),
              width: 220,
              render: (_, it) => (
                <>
                  {it.authorName}
                  <div className="sub">{it.partnerName}</div>
                </>
              ),
            },
            {
              title: t('evidence.at'),
              width: 150,
              render: (_, it) => <span className="num">{moment(it.at)}</span>,
            },
            {
              title: t('work.column.stage'),
              width: 140,
              render: (_, it) => <Stage stage={it.stage} kind="RELEASE" />,
            },
          ]}
        />
      </div>
    </Page>
  )
}
