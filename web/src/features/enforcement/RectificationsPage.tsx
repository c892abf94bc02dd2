import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useUser } from '../../api/session'
import { enforcement } from '../../api/supervision'
import type { RectificationLine } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'
import { ReportDialog } from './ReportDialog'

const REPORTERS = ['AUTHORITY', 'SOURCE', 'OPERATOR', 'SECURITY_REGULATOR', 'MARKET_REGULATOR']

/** Findings and orders, as those who report, order, put right or receive them see them. */
export default function RectificationsPage() {
  const { t } = useTranslation()
  const { role } = useUser()
  const [reporting, setReporting] = useState(false)
  const lines = useSuspenseQuery({
    queryKey: ['rectifications'],
    queryFn: enforcement.list,
  }).data
  return (
    <Page
      title={t('menu.rectifications')}
      sub={t('enforcement.intro')}
      actions={
        REPORTERS.includes(role) && (
          <Button type="primary" onClick={() => setReporting(true)}>
            {t('enforcement.report')}
          </Button>
        )
      }
    >
      <div className="card">
        <Table<RectificationLine>
          rowKey="id"
          size="middle"
          scroll={{ x: 860 }}
          dataSource={lines}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          locale={{ emptyText: <Empty>{t('enforcement.none')}</Empty> }}
          columns={[
            {
              title: t('enforcement.finding'),
              render: (_, it) => (
                <div className="t-title">
                  <Link to={`/rectifications/${it.id}`}>{it.finding}</Link>
                  <div className="sub">
                    <code>{it.number}</code>
                    <span>{it.reporter.name}</span>
                    <span className="num">{date(it.reportedOn)}</span>
                  </div>
                </div>
              ),
            },
            {
              title: t('enforcement.target'),
              width: 220,
              render: (_, it) => (
                <>
                  {it.target.name}
                  <div className="sub">{t(`common.role.${it.target.kind}`)}</div>
                </>
              ),
            },
            {
              title: t('enforcement.deadline'),
              width: 150,
              render: (_, it) => <DeadlineOf line={it} />,
            },
            {
              title: t('work.column.stage'),
              width: 140,
              render: (_, it) => <Stage stage={it.stage} kind="RECTIFICATION" />,
            },
          ]}
        />
      </div>
      {reporting && <ReportDialog onClose={() => setReporting(false)} />}
    </Page>
  )
}

function DeadlineOf({ line }: { line: RectificationLine }) {
  const { t } = useTranslation()
  if (!line.deadline) return <>{t('common.none')}</>
  const left = line.leftDays ?? 0
  return (
    <span className="num">
      {date(line.deadline)}
      {line.stage === 'ORDERED' && (
        <div className="sub">
          {left < 0
            ? t('enforcement.daysOver', { n: -left })
            : t('enforcement.daysLeft', { n: left })}
        </div>
      )}
    </span>
  )
}
