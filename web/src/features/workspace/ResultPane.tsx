import { ExportOutlined } from '@ant-design/icons'
import { Alert, Button, Segmented, Spin } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Run, RunResult } from '../../api/types'
import { article, number } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { chartOf } from './chart'
import type { RunControl } from './queries'
import { ReleaseDialog } from './ReleaseDialog'
import { ResultChart } from './ResultChart'
import { ResultTable } from './ResultTable'

interface ResultPaneProps {
  control: RunControl
  threshold: number
}

/** What the last run gave, or why it gave nothing. */
export function ResultPane({ control, threshold }: ResultPaneProps) {
  const { t } = useTranslation()
  const { run, running, error } = control
  return (
    <section className="wb-res" aria-label={t('workspace.result')} aria-live="polite">
      <ProblemAlert error={error} />
      {running && (
        <p className="wb-empty">
          <Spin size="small" /> {t('workspace.running')}
        </p>
      )}
      {!running && !run && !error && <p className="wb-empty">{t('workspace.noRun')}</p>}
      {!running && run && !error && <Ended run={run} threshold={threshold} />}
    </section>
  )
}

function Ended({ run, threshold }: { run: Run; threshold: number }) {
  const { t } = useTranslation()
  if (run.state !== 'DONE') return <NotDone run={run} />
  const { result } = run
  const total = result?.total ?? 0
  return (
    <>
      <div className="wb-meta">
        <h2>
          {total < 0 ? t('workspace.resultKept') : t('workspace.resultRows', { n: number(total) })}
        </h2>
        <span className="sub num">
          {t(`workspace.lane.${run.lane}.name`)} {run.millis != null && `${run.millis} ms`}{' '}
          {result && total >= 0 && result.suppressed !== 0 && (
            <Suppressed count={result.suppressed} />
          )}{' '}
          <Link to={`/evidence/${run.evidence}`}>{t('work.evidenceOfAct')}</Link>
        </span>
        <div className="grow" />
        <ReleaseWay run={run} />
      </div>
      {run.lane === 'SYNTHETIC' && (
        <Alert banner type="info" title={t('workspace.syntheticNote')} />
      )}
      {result?.noise && <NoiseNote result={result} noise={result.noise} />}
      {result && result.rows.length > 0 && (
        <Shown key={run.id} run={run} result={result} threshold={threshold} />
      )}
      {staysInside(run) && (result?.rows.length ?? 0) === 0 && (
        <p className="wb-empty">
          {total < 0
            ? t('workspace.keptUncounted')
            : t('workspace.keptInside', { n: number(total) })}
        </p>
      )}
      {!staysInside(run) && result?.rows.length === 0 && (
        <p className="wb-empty">{t('workspace.noRows')}</p>
      )}
    </>
  )
}

interface NoiseNoteProps {
  result: RunResult
  noise: NonNullable<RunResult['noise']>
}

/** What an error bar says, within which bounds values counted, and whether the numbers were made to fit together. */
function NoiseNote({ result, noise }: NoiseNoteProps) {
  const { t } = useTranslation()
  return (
    <details className="noise-note">
      <summary className="sub">{t('workspace.noise.summary')}</summary>
      <ul className="sub">
        <li>{t('workspace.noise.bars')}</li>
        <li>{t(`workspace.noise.${noise.mechanism}`)}</li>
        <li>{t(noise.adjusted ? 'workspace.noise.adjusted' : 'workspace.noise.asDrawn')}</li>
        {noise.bounds.map((it) => (
          <li key={it.column}>{boundsText(it, result.columns[it.column]?.name ?? '', t)}</li>
        ))}
      </ul>
    </details>
  )
}

type Bounds = NoiseNoteProps['noise']['bounds'][number]

function boundsText(it: Bounds, column: string, t: TFunction): string {
  if (typeof it.low !== 'number' || typeof it.high !== 'number') {
    return t('workspace.noise.notFound', { column })
  }
  return t(it.found ? 'workspace.noise.found' : 'workspace.noise.declared', {
    column,
    low: number(it.low),
    high: number(it.high),
  })
}

interface ShownProps {
  run: Run
  result: RunResult
  threshold: number
}

/** The rows as a table, and, where there is something to compare, as a chart. */
function Shown({ run, result, threshold }: ShownProps) {
  const { t } = useTranslation()
  const [as, setAs] = useState<'table' | 'chart'>('table')
  const chart = chartOf(result)
  return (
    <>
      {chart && (
        <div className="wb-as">
          <Segmented
            size="small"
            aria-label={t('workspace.chart.as')}
            value={as}
            onChange={setAs}
            options={(['table', 'chart'] as const).map((value) => ({
              value,
              label: t(`workspace.chart.${value}`),
            }))}
          />
        </div>
      )}
      {chart && as === 'chart' ? (
        <ResultChart chart={chart} rows={result.rows.length} />
      ) : (
        <ResultTable
          result={result}
          exact={run.lane !== 'INSTANT'}
          synthetic={run.lane === 'SYNTHETIC'}
          threshold={threshold}
        />
      )}
    </>
  )
}

function Suppressed({ count }: { count: number }) {
  const { t } = useTranslation()
  return count < 0 ? t('workspace.suppressedSome') : t('workspace.suppressed', { n: count })
}

function NotDone({ run }: { run: Run }) {
  const { t } = useTranslation()
  return (
    <Alert
      type={run.state === 'CANCELLED' ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={t(`workspace.ended.${run.state}`)}
      description={
        <>
          <p>{run.problem?.detail}</p>
          {run.verdict?.findings.map((finding) => (
            <p key={`${finding.rule} ${finding.line}:${finding.column}`}>{finding.message}</p>
          ))}
          {run.problem?.article && (
            <p className="sub">
              {t('common.problem.basis', { article: article(run.problem.article) })}
            </p>
          )}
        </>
      }
    />
  )
}

function ReleaseWay({ run }: { run: Run }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  if (!staysInside(run)) return null
  if (run.release) {
    return <Link to={`/releases/${run.release}`}>{t('workspace.toRelease')}</Link>
  }
  return (
    <>
      <Button
        size="small"
        type="primary"
        icon={<ExportOutlined aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('workspace.askRelease')}
      </Button>
      {asking && <ReleaseDialog run={run.id} onClose={() => setAsking(false)} />}
    </>
  )
}

/** Whether people decide before anything of it is shown. */
const staysInside = (run: Run) => ['REVIEWED', 'DATASET', 'MODEL'].includes(run.lane)
