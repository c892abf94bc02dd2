import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DataSetReport } from '../../api/types'
import { number } from '../../ui/format'

/** What became of the rows of a data set: the risk by GB/T 42460, what was generalised, and what use is left. */
export function DataSetCard({ report }: { report: DataSetReport }) {
  return (
    <>
      <Risk report={report} />
      <Columns report={report} />
      <Correlations report={report} />
    </>
  )
}

function Risk({ report }: { report: DataSetReport }) {
  const { t } = useTranslation()
  const { target, before, after } = report
  const rows: [string, string][] = [
    [t('workspace.dataSet.sharing'), t(`workspace.dataSet.to.${target.sharing}`)],
    [
      t('workspace.dataSet.rows'),
      t('workspace.dataSet.rowsText', {
        after: number(report.rowsAfter),
        before: number(report.rowsBefore),
        withheld: number(report.withheld),
      }),
    ],
    [
      t('workspace.dataSet.risk'),
      after
        ? t('workspace.dataSet.riskText', {
            risk: after.risk,
            level: after.level,
            before: before?.risk ?? '—',
          })
        : t('workspace.dataSet.noRisk'),
    ],
    [
      t('workspace.dataSet.parts'),
      after ? `R_a ${after.above} · R_b ${after.greatest} · R_c ${after.mean}` : '—',
    ],
    [
      t('workspace.dataSet.classes'),
      t('workspace.dataSet.classesText', {
        n: number(report.classes),
        smallest: number(report.smallest),
        median: number(report.median),
        greatest: number(report.greatest),
      }),
    ],
  ]
  if (report.diversity != null) {
    rows.push([
      t('workspace.dataSet.sensitive'),
      t('workspace.dataSet.sensitiveText', {
        l: report.diversity,
        t: (report.closeness ?? 0).toFixed(2),
      }),
    ])
  }
  return (
    <section className="card" aria-labelledby="release-risk">
      <h2 className="h" id="release-risk">
        {t('workspace.dataSet.title')} <small>GB/T 42460</small>
      </h2>
      <dl className="lineage">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Columns({ report }: { report: DataSetReport }) {
  const { t } = useTranslation()
  const marks = new Map(report.marks.map((mark) => [mark.column, mark.tolerance]))
  return (
    <section className="card" aria-labelledby="release-columns">
      <h2 className="h" id="release-columns">
        {t('workspace.dataSet.columns')}
      </h2>
      <Table
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        rowKey="name"
        dataSource={report.columns}
        columns={[
          {
            title: t('workspace.column'),
            render: (_, it) => (
              <>
                {it.name}
                <div className="sub">{it.label}</div>
              </>
            ),
          },
          {
            title: t('workspace.dataSet.treatment'),
            render: (_, it) => (
              <>
                {t(`workspace.dataSet.treated.${it.treatment}`, {
                  level: it.level,
                  levels: it.levels - 1,
                })}
                {marks.has(it.name) && (
                  <div className="sub">
                    {t('workspace.dataSet.marked', { tolerance: marks.get(it.name) })}
                  </div>
                )}
              </>
            ),
          },
          {
            title: t('workspace.dataSet.loss'),
            align: 'right',
            render: (_, it) => (
              <span className="num">
                {it.loss == null ? '—' : `${(it.loss * 100).toFixed(1)}%`}
              </span>
            ),
          },
          {
            title: t('workspace.dataSet.mean'),
            align: 'right',
            render: (_, it) => (
              <span className="num">
                {it.meanBefore == null ? '—' : `${number(+it.meanBefore.toFixed(2))} → `}
                {it.meanBefore == null
                  ? ''
                  : it.meanAfter == null
                    ? '—'
                    : number(+it.meanAfter.toFixed(2))}
              </span>
            ),
          },
        ]}
      />
    </section>
  )
}

function Correlations({ report }: { report: DataSetReport }) {
  const { t } = useTranslation()
  if (report.correlations.length === 0) return null
  return (
    <section className="card" aria-labelledby="release-correlations">
      <h2 className="h" id="release-correlations">
        {t('workspace.dataSet.correlations')}
      </h2>
      <Table
        size="small"
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        rowKey={(it) => `${it.one} ${it.other}`}
        dataSource={report.correlations}
        columns={[
          {
            title: t('workspace.dataSet.pair'),
            render: (_, it) => `${it.one} · ${it.other}`,
          },
          {
            title: t('workspace.dataSet.before'),
            align: 'right',
            render: (_, it) => <span className="num">{it.before.toFixed(2)}</span>,
          },
          {
            title: t('workspace.dataSet.after'),
            align: 'right',
            render: (_, it) => <span className="num">{it.after?.toFixed(2) ?? '—'}</span>,
          },
        ]}
      />
    </section>
  )
}
