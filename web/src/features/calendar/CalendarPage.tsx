import { useSuspenseQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { calendar } from '../../api/calls'
import { useIs } from '../../api/session'
import type { CalendarYear } from '../../api/types'
import { moment } from '../../ui/format'
import { Page } from '../../ui/Page'
import { NoticeForm } from './NoticeForm'

/** The years whose working days are known, and taking in another. */
export default function CalendarPage() {
  const { t } = useTranslation()
  const mayTake = useIs('AUTHORITY')
  const years = useSuspenseQuery({ queryKey: ['calendar'], queryFn: calendar.years }).data
  return (
    <Page title={t('menu.calendar')} sub={t('calendar.intro')}>
      <section className="card" aria-labelledby="years">
        <h2 className="h" id="years">
          {t('calendar.years')}
        </h2>
        <Table<CalendarYear>
          size="middle"
          rowKey="year"
          pagination={false}
          className="x-scroll"
          dataSource={[...years].sort((a, b) => b.year - a.year)}
          columns={[
            { title: t('calendar.year'), render: (_, it) => <b className="num">{it.year}</b> },
            {
              title: t('calendar.source'),
              render: (_, it) => (it.builtIn ? t('calendar.builtIn') : <Source year={it} />),
            },
            { title: t('calendar.by'), render: (_, it) => it.loadedBy ?? t('common.none') },
            {
              title: t('calendar.at'),
              render: (_, it) => (it.loadedAt ? moment(it.loadedAt) : t('common.none')),
            },
          ]}
        />
      </section>
      {mayTake && <NoticeForm years={years} />}
    </Page>
  )
}

/** The server takes web addresses only, so that the link is one. */
function Source({ year: { source } }: { year: CalendarYear }) {
  return source ? (
    <a className="break" href={source} target="_blank" rel="noreferrer">
      {source}
    </a>
  ) : null
}
