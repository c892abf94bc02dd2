import { Button, Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Task } from '../../api/types'
import { word } from '../../i18n'
import { Deadline } from '../../ui/Deadline'
import { Empty } from '../../ui/Empty'
import { article, moment } from '../../ui/format'
import { stageWord } from '../../ui/stages'

export interface TaskListProps {
  tasks: Task[]
  total: number
  page: number
  size: number
  loading: boolean
  onTurn: (page: number) => void
  chosen?: string[]
  /** Absent where nothing can be decided together. */
  onChoose?: (tasks: string[]) => void
}

const URGENT = ['OVERDUE', 'TODAY', 'SOON']

export function TaskTable(props: TaskListProps) {
  const { tasks, total, page, size, loading, onTurn, chosen, onChoose } = props
  const first = tasks.find((task) => task.id === chosen?.[0])
  const { t } = useTranslation()
  return (
    <Table<Task>
      rowKey="id"
      size="middle"
      loading={loading}
      columns={useColumns()}
      dataSource={tasks}
      rowSelection={
        onChoose && {
          selectedRowKeys: chosen,
          hideSelectAll: true,
          columnTitle: <span className="sr-only">{t('common.choice')}</span>,
          onChange: (keys) => onChoose(keys.map(String)),
          getCheckboxProps: (task) => ({
            'aria-label': t('work.batch.choose', { title: task.title || task.caseNumber }),
            disabled: first && !isSameStep(task, first),
          }),
        }
      }
      rowClassName={(task) => `r-${task.clock?.state.toLowerCase() ?? 'none'}`}
      locale={{ emptyText: <Empty>{t('work.noTasks')}</Empty> }}
      pagination={{
        current: page + 1,
        pageSize: size,
        total,
        showSizeChanger: false,
        showTotal: (n) => t('common.total', { n }),
        onChange: (next) => onTurn(next - 1),
      }}
    />
  )
}

/** Only tasks of one step are decided together. */
const isSameStep = (a: Task, b: Task) =>
  a.kind === b.kind && a.stage === b.stage && a.step === b.step

function useColumns(): TableColumnsType<Task> {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return [
    {
      title: t('work.column.matter'),
      render: (_, task) => (
        <div className="t-title">
          <Link to={`/cases/${task.caseId}`} className={task.done ? '' : 'unread'}>
            {task.title}
          </Link>
          <div className="sub">
            <code>{task.caseNumber}</code>
            <span>{word('work.kind', task.kind)}</span>
            {task.reminded > 0 && (
              <span className="urg">{t('work.remindedTimes', { n: task.reminded })}</span>
            )}
          </div>
        </div>
      ),
    },
    {
      title: t('work.column.applicant'),
      width: 190,
      ellipsis: true,
      render: (_, task) => task.applicant.name,
    },
    {
      title: t('work.column.step'),
      width: 170,
      render: (_, task) => (
        <div>
          {stageWord(task.stage, task.kind)}
          {task.clock && <div className="sub">{article(task.clock.article)}</div>}
        </div>
      ),
    },
    {
      title: t('work.column.clock'),
      width: 176,
      render: (_, task) =>
        task.clock ? (
          <Deadline clock={task.clock} />
        ) : (
          <span className="sub">{t('work.noClock')}</span>
        ),
    },
    {
      title: t('work.column.received'),
      width: 146,
      responsive: ['xl'],
      render: (_, task) => <span className="num sub">{moment(task.receivedAt)}</span>,
    },
    {
      title: t('work.column.action'),
      width: 92,
      align: 'right',
      render: (_, task) => (
        <Button
          size="small"
          type={URGENT.includes(task.clock?.state ?? '') ? 'primary' : 'default'}
          aria-label={`${t(task.done ? 'work.look' : 'work.handle')} ${task.title}`}
          onClick={() => void navigate(`/cases/${task.caseId}`)}
        >
          {t(task.done ? 'work.look' : 'work.handle')}
        </Button>
      ),
    },
  ]
}
