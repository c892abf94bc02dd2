import { DownloadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Breadcrumb, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { releases } from '../../api/calls'
import type { OpenMove, Release, ReleaseCheck, RunResult } from '../../api/types'
import { word } from '../../i18n'
import { article, moment, partyOf } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'
import { State, type Tone } from '../../ui/State'
import { Stage } from '../../ui/stages'
import { useDraft } from '../../ui/useDraft'
import { chartOf } from './chart'
import { DataSetCard } from './DataSetCard'
import { ModelCard } from './ModelCard'
import { ReleaseReview } from './ReleaseReview'
import { ResultChart } from './ResultChart'
import { ResultTable } from './ResultTable'

const TONES: Record<ReleaseCheck['outcome'], Tone> = { PASS: 'ok', FLAG: 'warn', FAIL: 'err' }

/** A result on its way out: the result, what was checked automatically beside it, and the decision. */
export default function ReleasePage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const release = useSuspenseQuery({
    queryKey: ['release', id],
    queryFn: () => releases.read(id),
  }).data
  return (
    <Page
      className="case"
      title={release.purpose}
      mark={<Stage stage={release.stage} kind="RELEASE" />}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/releases">{t('menu.releases')}</Link> },
            { title: release.number },
          ]}
        />
      }
      sub={
        <p className="meta">
          <code>{release.number}</code>
          <Link to={`/workspaces/${release.workspace}`}>{release.workspaceTitle}</Link>
          <span>{partyOf(release.authorName, release.partnerName)}</span>
          <span className="num">{moment(release.at)}</span>
        </p>
      }
      actions={<ReleaseLinks release={release} />}
    >
      <div className="cols">
        <div className="col-m">
          <section className="card" aria-labelledby="release-result">
            <h2 className="h" id="release-result">
              {t('workspace.wouldLeave')}
            </h2>
            {release.result ? (
              <ResultTable
                result={release.result}
                exact
                synthetic={release.lane === 'DATASET'}
                threshold={0}
                size={20}
              />
            ) : (
              <p className="prose">
                {t(release.lane === 'DATASET' ? 'workspace.dataSet.inFile' : 'workspace.notShown')}
              </p>
            )}
            {release.dataSet && (
              <p className="sub">
                {t('workspace.dataSet.shown', { n: release.result?.rows.length ?? 0 })}
              </p>
            )}
            <p className="sub">
              {t('workspace.fileSm3')} <code className="break">{release.fileSm3}</code>
            </p>
          </section>
          {release.dataSet && <DataSetCard report={release.dataSet} />}
          {release.model && <ModelCard report={release.model} />}
          {release.result && release.lane === 'REVIEWED' && <Picture result={release.result} />}
          {release.result && <ReleaseReview release={release} />}
          <section className="card">
            <h2 className="h">{t('workspace.query')}</h2>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
            <pre className="code" tabIndex={0}>
              {release.sql}
            </pre>
            {release.recipientNote && (
              <p className="prose">
                <span className="sub">{t('workspace.recipient')}</span> {release.recipientNote}
              </p>
            )}
          </section>
        </div>
        <aside className="col-s">
          <Checks checks={release.checks} />
          <Decision key={release.version} release={release} />
        </aside>
      </div>
    </Page>
  )
}

/** The table as a picture, where it can be drawn. */
function Picture({ result }: { result: RunResult }) {
  const { t } = useTranslation()
  const chart = chartOf(result)
  if (!chart) return null
  return (
    <section className="card" aria-labelledby="release-picture">
      <h2 className="h" id="release-picture">
        {t('workspace.chart.chart')}
      </h2>
      <ResultChart chart={chart} rows={result.rows.length} />
    </section>
  )
}

function ReleaseLinks({ release }: { release: Release }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const ready = release.open.some((move) => move.step === 'HAND_OVER')
  return (
    <>
      <Button onClick={() => void navigate(`/cases/${release.caseId}`)}>
        {t('agreement.toCase')}
      </Button>
      {release.receipt && (
        <Button onClick={() => void navigate(`/evidence/${release.receipt}`)}>
          {t('evidence.receipt')}
        </Button>
      )}
      {ready && <HandOver release={release} />}
    </>
  )
}

function HandOver({ release }: { release: Release }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const refresh = () =>
    // The hand-over is entered as evidence while the file is sent.
    setTimeout(() => void queries.invalidateQueries({ queryKey: ['release', release.id] }), 1500)
  return (
    <Button
      type="primary"
      icon={<DownloadOutlined aria-hidden />}
      href={`/api/releases/${release.id}/file`}
      onClick={refresh}
    >
      {t('workspace.download')}
    </Button>
  )
}

function Checks({ checks }: { checks: ReleaseCheck[] }) {
  const { t } = useTranslation()
  const passed = checks.filter((check) => check.outcome === 'PASS').length
  return (
    <section className="card" aria-labelledby="release-checks">
      <h2 className="h" id="release-checks">
        {t('workspace.checks')}{' '}
        <small>{t('workspace.passed', { n: passed, all: checks.length })}</small>
      </h2>
      <ul className="checks">
        {checks.map((check) => (
          <li key={`${check.rule} ${check.message}`}>
            <State tone={TONES[check.outcome]}>
              {word('workspace.check', check.rule)} {t(`workspace.outcome.${check.outcome}`)}
            </State>
            <p>
              {check.message}
              <small>{article(check.article)}</small>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const OFFERED = ['FORWARD', 'APPROVE_FIRST', 'APPROVE', 'REFUSE', 'WITHDRAW']

function Decision({ release }: { release: Release }) {
  const moves = release.open.filter((move) => OFFERED.includes(move.step))
  if (moves.length === 0) return null
  return <DecisionForm release={release} moves={moves} />
}

function DecisionForm({ release, moves }: { release: Release; moves: OpenMove[] }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [step, setStep] = useState(moves[0]!.step)
  const [opinion, setOpinion, forget] = useDraft(`release:${release.id}`, '')
  const move = moves.find((it) => it.step === step)!
  const send = useMutation({
    mutationFn: () =>
      releases.move(release.id, { version: release.version, step, opinion: opinion.trim() }),
    onSuccess: (after) => {
      forget()
      queries.setQueryData(['release', release.id], after)
      for (const key of ['releases', 'tasks', 'case']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
      void message.success(t('authorisation.sent'))
    },
  })
  return (
    <section className="card decide" aria-labelledby="decision">
      <h2 className="h" id="decision">
        {t('authorisation.myOpinion')} <small>{article(move.article)}</small>
      </h2>
      {release.stage === 'WITH_SECOND' && <p className="sub">{t('workspace.secondDecision')}</p>}
      <Radio.Group
        className="moves"
        value={step}
        onChange={(event) => setStep(event.target.value)}
        options={moves.map((it) => ({ value: it.step, label: word('workspace.move', it.step) }))}
      />
      <Input.TextArea
        rows={3}
        aria-label={t('authorisation.opinion')}
        value={opinion}
        onChange={(event) => setOpinion(event.target.value)}
        placeholder={t(
          move.needsOpinion ? 'authorisation.opinionNeeded' : 'authorisation.opinionOptional',
        )}
      />
      <ProblemAlert error={send.error} />
      <Button
        type="primary"
        block
        danger={step === 'REFUSE'}
        loading={send.isPending}
        disabled={move.needsOpinion && !opinion.trim()}
        onClick={() => send.mutate()}
      >
        {word('workspace.move', step)}
      </Button>
    </section>
  )
}
