import { useQuery } from '@tanstack/react-query'
import { Drawer, Pagination, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { workspaces } from '../../api/calls'
import type { Run } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { moment } from '../../ui/format'
import { State, type Tone } from '../../ui/State'

const TONES: Record<Run['state'], Tone> = {
  RUNNING: 'info',
  DONE: 'ok',
  REFUSED: 'err',
  FAILED: 'err',
  CANCELLED: 'mute',
}

interface HistoryProps {
  workspace: string
  onClose: () => void
  onTake: (run: Run) => void
}

export function HistoryDrawer({ workspace, onClose, onTake }: HistoryProps) {
  const { t } = useTranslation()
  return (
    <Drawer open size={520} title={t('workspace.history')} onClose={onClose}>
      <RunList workspace={workspace} onTake={onTake} />
    </Drawer>
  )
}

/** What was run in a workspace, newest first. */
export function RunList({ workspace, onTake }: { workspace: string; onTake?: (run: Run) => void }) {
  const { t } = useTranslation()
  const [page, setPage] = useState(0)
  const { data } = useQuery({
    queryKey: ['runs', workspace, page],
    queryFn: () => workspaces.runs(workspace, page),
  })
  if (!data) return <Skeleton active />
  if (data.total === 0) return <Empty>{t('workspace.noHistory')}</Empty>
  return (
    <>
      <ul className="history">
        {data.items.map((run) => (
          <li key={run.id}>
            <div className="row-sb">
              <span className="sub num">
                {moment(run.at)} {run.personName} {t(`workspace.lane.${run.lane}.name`)}
              </span>
              <State tone={TONES[run.state]}>{t(`workspace.runState.${run.state}`)}</State>
            </div>
            {onTake ? (
              <button type="button" onClick={() => onTake(run)} aria-label={t('workspace.take')}>
                <pre>{run.sql}</pre>
              </button>
            ) : (
              <pre>{run.sql}</pre>
            )}
            {run.problem && <p className="sub">{run.problem.detail}</p>}
          </li>
        ))}
      </ul>
      <Pagination
        simple
        hideOnSinglePage
        current={page + 1}
        pageSize={data.size}
        total={data.total}
        onChange={(next) => setPage(next - 1)}
      />
    </>
  )
}
