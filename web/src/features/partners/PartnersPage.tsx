import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { partners } from '../../api/calls'
import { useIs } from '../../api/session'
import type { PartnershipLine } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'
import { ApplyForm } from './ApplyForm'
import { RulesForm } from './RulesForm'

/** Partners: those of the operator, the own admission, or all of the district. */
export default function PartnersPage() {
  const { t } = useTranslation()
  const applies = useIs('PARTNER')
  const publishes = useIs('OPERATOR')
  const lines = useSuspenseQuery({ queryKey: ['partnerships'], queryFn: partners.list }).data
  const [open, setOpen] = useState(false)
  const may = applies
    ? lines.every((it) => ['EXITED', 'DECLINED', 'WITHDRAWN'].includes(it.stage))
    : publishes
  return (
    <Page
      title={t('menu.partners')}
      sub={t('partners.intro')}
      actions={
        <>
          <Link className="btn ghost" to="/partner-rules">
            {t('partners.rules')}
          </Link>
          {may && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t(applies ? 'partners.apply' : 'partners.publish')}
            </Button>
          )}
        </>
      }
    >
      <div className="card">
        <Table<PartnershipLine>
          rowKey="id"
          size="middle"
          pagination={false}
          scroll={{ x: 720 }}
          dataSource={lines}
          locale={{ emptyText: <Empty>{t('partners.none')}</Empty> }}
          columns={[
            {
              title: t('partners.partner'),
              render: (_, it) => (
                <div className="t-title">
                  <Link to={`/partners/${it.id}`}>{it.partner.name}</Link>
                  <div className="sub">
                    <code>{it.number}</code> {t(`partners.kind.${it.partner.kind}`)}
                  </div>
                </div>
              ),
            },
            { title: t('partners.operator'), render: (_, it) => it.operator.name },
            {
              title: t('partners.filedOn'),
              width: 150,
              render: (_, it) => (
                <span className="num">{it.filedOn ? date(it.filedOn) : t('common.none')}</span>
              ),
            },
            {
              title: t('work.column.stage'),
              width: 150,
              render: (_, it) => <Stage stage={it.stage} kind="PARTNERSHIP" />,
            },
          ]}
        />
      </div>
      {open && applies && <ApplyForm onClose={() => setOpen(false)} />}
      {open && publishes && <RulesForm onClose={() => setOpen(false)} />}
    </Page>
  )
}
