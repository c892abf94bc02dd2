import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CityRequest } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { date } from '../../ui/format'
import { Stage } from '../../ui/stages'

export function CityTable({ requests }: { requests: CityRequest[] }) {
  const { t } = useTranslation()
  return (
    <Table<CityRequest>
      size="middle"
      pagination={false}
      rowKey="id"
      scroll={{ x: 720 }}
      dataSource={requests}
      locale={{ emptyText: <Empty>{t('coordination.none')}</Empty> }}
      columns={[
        {
          title: t('coordination.name'),
          key: 'title',
          render: (_, it) => (
            <>
              <Link to={`/city-requests/${it.id}`}>{it.title}</Link>
              <p className="sub">
                <code>{it.number}</code> {t(`coordination.reach.${it.reach}`)}
              </p>
            </>
          ),
        },
        {
          title: t('coordination.origin'),
          key: 'origin',
          render: (_, it) => (
            <Link to={`/cases/${it.origin.id}`}>
              <code>{it.origin.number}</code>
            </Link>
          ),
        },
        {
          title: t('coordination.sentOn'),
          key: 'sent',
          render: (_, it) => <span className="num">{date(it.sentOn)}</span>,
        },
        {
          title: t('coordination.due'),
          key: 'due',
          render: (_, it) => <span className={it.late ? 'num urg' : 'num'}>{date(it.due)}</span>,
        },
        {
          title: t('work.column.stage'),
          key: 'stage',
          render: (_, it) => <Stage stage={it.stage} kind="CITY_REQUEST" />,
        },
      ]}
    />
  )
}
