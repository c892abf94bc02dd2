import { SearchOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Grid, Input, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { work } from '../../api/calls'
import { useIs, useSession } from '../../api/session'
import type { TaskSummary } from '../../api/types'
import { day } from '../../ui/format'
import { Page } from '../../ui/Page'
import { BatchBar } from './BatchBar'
import { WaitingForMe } from './Countersign'
import { TaskCards } from './TaskCards'
import { TaskTable } from './TaskTable'
import { useRowKeys } from './useRowKeys'

const VIEWS = ['open', 'soon', 'today', 'overdue', 'done'] as const
type View = (typeof VIEWS)[number]
const SIZE = 20

const DUE = { soon: 'SOON', today: 'TODAY', overdue: 'OVERDUE' } as const

/** What waits for the organisation one acts for; the filter is in the address. */
export default function TasksPage() {
  const { t } = useTranslation()
  const wide = Grid.useBreakpoint().md !== false
  const { view, filter, set } = useTaskFilter()
  const summary = useSuspenseQuery({
    queryKey: ['tasks', 'summary'],
    queryFn: work.summary,
  }).data
  const { data, isFetching } = useQuery({
    queryKey: ['tasks', filter],
    queryFn: () => work.tasks(filter),
    placeholderData: keepPreviousData,
  })
  const [chosen, setChosen] = useState<string[]>([])
  useRowKeys()
  const List = wide ? TaskTable : TaskCards
  return (
    <Page title={t('menu.tasks')} sub={<Today summary={summary} />} actions={<ApplyButton />}>
      <WaitingForMe />
      <div className="card">
        <BatchBar tasks={chosen} onDone={() => setChosen([])} />
        <div className="bar">
          <Segmented<View>
            value={view}
            onChange={(next) => set('view', next === 'open' ? '' : next)}
            options={VIEWS.map((value) => ({
              value,
              label: <ViewLabel view={value} summary={summary} />,
            }))}
          />
          <div className="grow" />
          <Input
            allowClear
            className="filter"
            aria-label={t('work.filter')}
            placeholder={t('work.filterHint')}
            prefix={<SearchOutlined aria-hidden />}
            defaultValue={filter.q}
            onChange={(event) => set('q', event.target.value)}
          />
        </div>
        <List
          tasks={data?.items ?? []}
          total={data?.total ?? 0}
          page={filter.page}
          size={SIZE}
          loading={isFetching && !data}
          chosen={chosen}
          onChoose={view === 'done' ? undefined : setChosen}
          onTurn={(page) => set('page', page ? String(page) : '')}
        />
      </div>
      {wide && (
        <p className="hint">
          <kbd>J</kbd> <kbd>K</kbd> {t('work.keysMove')} <kbd>Enter</kbd> {t('work.keysOpen')}
        </p>
      )}
    </Page>
  )
}

function useTaskFilter() {
  const [params, setParams] = useSearchParams()
  const wish = params.get('view') as View
  const view = VIEWS.includes(wish) ? wish : 'open'
  const filter = useMemo(
    () => ({
      state: view === 'done' ? 'DONE' : 'OPEN',
      due: view === 'open' || view === 'done' ? undefined : DUE[view],
      q: params.get('q') || undefined,
      page: Number(params.get('page') ?? 0),
      size: SIZE,
    }),
    [view, params],
  )
  const set = (name: string, value: string) =>
    setParams(
      (now) => {
        if (value) now.set(name, value)
        else now.delete(name)
        if (name !== 'page') now.delete('page')
        return now
      },
      { replace: true },
    )
  return { view, filter, set }
}

function ViewLabel({ view, summary }: { view: View; summary: TaskSummary }) {
  const { t } = useTranslation()
  const tone = view === 'overdue' ? 'cnt-err' : view === 'open' ? '' : 'cnt-warn'
  return (
    <span>
      {t(`work.view.${view}`)}{' '}
      {view !== 'done' && <em className={`cnt ${summary[view] ? tone : ''}`}>{summary[view]}</em>}
    </span>
  )
}

function Today({ summary }: { summary: TaskSummary }) {
  const { t } = useTranslation()
  const { installation } = useSession()
  const urgent = summary.today + summary.overdue > 0
  return (
    <p>
      {t('work.today', { day: day(installation.today) })}{' '}
      {summary.today > 0 && <b>{t('work.dueToday', { n: summary.today })}</b>}{' '}
      {summary.overdue > 0 && <b>{t('work.overdue', { n: summary.overdue })}</b>}{' '}
      {t(urgent ? 'work.firstThese' : 'work.nothingUrgent')}
    </p>
  )
}

function ApplyButton() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const may = useIs('PARTNER', 'OPERATOR')
  if (!may) return null
  return (
    <Button type="primary" onClick={() => void navigate('/applications/new')}>
      {t('menu.apply')}
    </Button>
  )
}
