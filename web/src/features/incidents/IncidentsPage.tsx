import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { incidents } from '../../api/incidents'
import { useIs } from '../../api/session'
import type { Incident } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { moment } from '../../ui/format'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'
import { Hours } from './Hours'
import { NewIncident } from './NewIncident'

/** Incidents and drills, the latest first. */
export default function IncidentsPage() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const may = useIs('OPERATOR', 'PARTNER', 'SOURCE', 'AUTHORITY')
  const list = useSuspenseQuery({ queryKey: ['incidents'], queryFn: incidents.list }).data
  return (
    <Page
      title={t('incidents.title')}
      sub={t('incidents.intro')}
      actions={
        may && (
          <Button type="primary" danger onClick={() => setOpen(true)}>
            {t('incidents.new')}
          </Button>
        )
      }
    >
      <div className="card pad0">
        <Table<Incident>
          size="middle"
          pagination={false}
          rowKey="id"
          scroll={{ x: 860 }}
          dataSource={list}
          locale={{ emptyText: <Empty>{t('incidents.none')}</Empty> }}
          columns={[
            {
              title: t('incidents.name'),
              key: 'title',
              render: (_, it) => (
                <>
                  <Link to={`/incidents/${it.id}`}>{it.title}</Link>{' '}
                  {it.drill && <Tag>{t('incidents.drill')}</Tag>}
                  <p className="sub">
                    <code>{it.number}</code> {it.reporter.name}
                  </p>
                </>
              ),
            },
            {
              title: t('incidents.kindLabel'),
              key: 'kind',
              render: (_, it) => t(`incidents.kind.${it.kind}`),
            },
            {
              title: t('incidents.levelLabel'),
              key: 'level',
              render: (_, it) => t(`incidents.level.${it.level}`),
            },
            {
              title: t('incidents.aware'),
              key: 'aware',
              render: (_, it) => <span className="num">{moment(it.awareAt)}</span>,
            },
            { title: t('incidents.due'), key: 'due', render: (_, it) => <Hours incident={it} /> },
            {
              title: t('work.column.stage'),
              key: 'stage',
              render: (_, it) => <Stage stage={it.stage} kind="INCIDENT" />,
            },
          ]}
        />
      </div>
      {open && <NewIncident onClose={() => setOpen(false)} />}
    </Page>
  )
}
