import { Pagination, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Deadline } from '../../ui/Deadline'
import { Empty } from '../../ui/Empty'
import { stageWord } from '../../ui/stages'
import type { TaskListProps } from './TaskTable'

/** The same list on a phone. */
export function TaskCards({ tasks, total, page, size, onTurn }: TaskListProps) {
  const { t } = useTranslation()
  if (tasks.length === 0) return <Empty>{t('work.noTasks')}</Empty>
  return (
    <>
      <ul className="mcards">
        {tasks.map((task) => (
          <li key={task.id}>
            <Link to={`/cases/${task.caseId}`}>
              <div className="mt">{task.title}</div>
              <div className="sub">
                <code>{task.caseNumber}</code> {task.applicant.name}
              </div>
              <div className="mrow">
                <Tag>{stageWord(task.stage, task.kind)}</Tag>
                {task.clock && <Deadline clock={task.clock} compact />}
              </div>
            </Link>
          </li>
        ))}
      </ul>
      <Pagination
        simple
        current={page + 1}
        pageSize={size}
        total={total}
        hideOnSinglePage
        onChange={(next) => onTurn(next - 1)}
      />
    </>
  )
}
