import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ModelReport } from '../../api/types'
import { number } from '../../ui/format'

const HUNDRED = 100
const two = (value: number) => value.toFixed(2)

/** What the inspection of a model found: whether it remembers whom it was made from. */
export function ModelCard({ report }: { report: ModelReport }) {
  const { t } = useTranslation()
  const { limits } = report
  const of = (found: number, limit: number) =>
    t('workspace.model.of', { found: two(found), limit: two(limit / HUNDRED) })
  const rows: [string, string][] = [
    [
      t('workspace.model.ask'),
      `${t(`workspace.model.kind.${report.spec.kind}`)} · ${report.spec.target}`,
    ],
    [t('workspace.model.ridge'), String(report.spec.ridgeMilli / 1_000)],
    [
      t('workspace.model.rows'),
      t('workspace.model.rowsText', {
        rows: number(report.rows),
        out: number(report.leftOut),
        merged: number(report.merged),
      }),
    ],
    [
      t('workspace.model.parameters'),
      t('workspace.model.parametersText', {
        n: number(report.parameters),
        limit: limits.perParameter,
      }),
    ],
    [t('workspace.model.quality'), two(report.quality)],
    [t('workspace.model.leverage'), of(report.leverage, limits.leverage)],
    [
      t('workspace.model.memory'),
      t('workspace.model.memoryText', {
        found: two(report.advantage),
        low: two(report.advantageLow),
        high: two(report.advantageHigh),
        limit: two(limits.advantage / HUNDRED),
      }),
    ],
    [t('workspace.model.canary'), of(report.canary, limits.canary)],
    ...Object.entries(report.references).map(([column, level]): [string, string] => [
      `${t('workspace.model.references')} ${column}`,
      level,
    ]),
  ]
  return (
    <section className="card" aria-labelledby="model-report">
      <h2 className="h" id="model-report">
        {t('workspace.model.title')}
      </h2>
      <Table
        size="small"
        pagination={false}
        showHeader={false}
        rowKey={([name]) => name}
        dataSource={rows}
        columns={[
          { key: 'name', render: (_: unknown, [name]) => name },
          { key: 'value', render: (_: unknown, [, value]) => <span className="num">{value}</span> },
        ]}
      />
    </section>
  )
}
