import { LockFilled } from '@ant-design/icons'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RunResult } from '../../api/types'
import { number } from '../../ui/format'

interface ResultTableProps {
  result: RunResult
  /** Values are as they are, without noise. */
  exact: boolean
  synthetic?: boolean
  threshold: number
  /** Rows on one page. */
  size?: number
}

const TEXT = ['TEXT', 'DATE', 'TIMESTAMP', 'BOOLEAN']

/** A table of results: noisy values with their error bar, suppressed ones as a lock. */
export function ResultTable(props: ResultTableProps) {
  const { result, exact, synthetic, threshold, size = 100 } = props
  const { t } = useTranslation()
  return (
    <Table
      size="small"
      className="result"
      rowKey={(row) => row.index}
      pagination={{ pageSize: size, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: 'max-content' }}
      dataSource={result.rows.map((values, index) => ({ index, values }))}
      columns={result.columns.map((column, at) => ({
        key: column.name,
        align: TEXT.includes(column.type) ? ('left' as const) : ('right' as const),
        title: (
          <span>
            {column.name}
            <small className="ct">
              {t(`data.type.${column.type}`, { defaultValue: column.type })}
            </small>
          </span>
        ),
        render: (_: unknown, row: { index: number; values: unknown[] }) => (
          <Cell
            value={row.values[at]}
            error={exact ? null : result.errorBars?.[row.index]?.[at]}
            locked={!synthetic && column.kind !== 'KEY'}
            threshold={threshold}
          />
        ),
      }))}
    />
  )
}

interface CellProps {
  value: unknown
  error?: number | null
  locked: boolean
  threshold: number
}

function Cell({ value, error, locked, threshold }: CellProps) {
  const { t } = useTranslation()
  if (value === null || value === undefined) {
    return locked ? (
      <span className="supp" title={t('workspace.hidden', { n: threshold })}>
        <LockFilled aria-label={t('workspace.hidden', { n: threshold })} /> {t('common.none')}
      </span>
    ) : (
      <span className="supp">{t('common.none')}</span>
    )
  }
  if (typeof value !== 'number') return <>{String(value)}</>
  return (
    <span className="num">
      {number(value)}
      {error ? <small className="error-bar"> ± {number(+error.toFixed(1))}</small> : null}
    </span>
  )
}
