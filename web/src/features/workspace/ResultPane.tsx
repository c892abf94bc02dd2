import { ExportOutlined } from '@ant-design/icons'
import { Alert, Button, Spin } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Run } from '../../api/types'
import { article, number } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import type { RunControl } from './queries'
import { ReleaseDialog } from './ReleaseDialog'
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
  return (
    <>
      <div className="wb-meta">
        <h2>{t('workspace.resultRows', { n: number(result?.total ?? 0) })}</h2>
        <span className="sub num">
          {t(`workspace.lane.${run.lane}.name`)} {run.millis != null && `${run.millis} ms`}{' '}
          {result && result.suppressed !== 0 && <Suppressed count={result.suppressed} />}{' '}
          <Link to={`/evidence/${run.evidence}`}>{t('work.evidenceOfAct')}</Link>
        </span>
        <div className="grow" />
        <ReleaseWay run={run} />
      </div>
      {run.lane === 'SYNTHETIC' && (
        <Alert banner type="info" title={t('workspace.syntheticNote')} />
      )}
      {result && result.rows.length > 0 && (
        <ResultTable
          result={result}
          exact={run.lane !== 'INSTANT'}
          synthetic={run.lane === 'SYNTHETIC'}
          threshold={threshold}
        />
      )}
      {run.lane === 'REVIEWED' && (result?.rows.length ?? 0) === 0 && (
        <p className="wb-empty">{t('workspace.keptInside', { n: number(result?.total ?? 0) })}</p>
      )}
      {run.lane !== 'REVIEWED' && result?.rows.length === 0 && (
        <p className="wb-empty">{t('workspace.noRows')}</p>
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
  if (run.lane !== 'REVIEWED') return null
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
