import { SafetyCertificateFilled } from '@ant-design/icons'
import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Lane, ModelSpec, Sharing, Verdict, WorkspaceBudget } from '../../api/types'
import { article } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { State } from '../../ui/State'
import { BudgetBar } from './BudgetBar'
import { ModelFields } from './ModelFields'

interface VerdictPanelProps {
  lane: Lane
  verdict?: Verdict
  error: unknown
  budget: WorkspaceBudget[]
  thinking: boolean
  epsilon: number
  onEpsilon: (epsilon: number) => void
  adjusted: boolean
  onAdjusted: (adjusted: boolean) => void
  sharing: Sharing
  onSharing: (sharing: Sharing) => void
  model: ModelSpec
  onModel: (model: ModelSpec) => void
}

/** What the guard says before anything runs: one word, why, by which article, and what it will cost. */
export function VerdictPanel(props: VerdictPanelProps) {
  const { lane, verdict, error, budget, thinking } = props
  const { t } = useTranslation()
  return (
    <section
      className="vd"
      aria-label={t('workspace.verdict')}
      aria-live="polite"
      aria-busy={thinking}
    >
      <h2>
        <SafetyCertificateFilled aria-hidden /> {t('workspace.verdict')}
      </h2>
      <p className="sub lane-text">{t(`workspace.lane.${lane}.text`)}</p>
      <ProblemAlert error={error} />
      {verdict ? (
        <Said verdict={verdict} />
      ) : (
        !error && <p className="sub">{t('workspace.notYet')}</p>
      )}
      {lane === 'INSTANT' && (
        <BudgetBar
          budget={budget}
          cost={verdict?.cost}
          epsilon={props.epsilon}
          onEpsilon={props.onEpsilon}
          adjusted={props.adjusted}
          onAdjusted={props.onAdjusted}
        />
      )}
      {lane === 'MODEL' && <ModelFields model={props.model} onModel={props.onModel} />}
      {lane === 'DATASET' && (
        <div className="vd-n">
          <b id="sharing">{t('workspace.dataSet.sharing')}</b>
          <Radio.Group
            aria-labelledby="sharing"
            value={props.sharing}
            onChange={(event) => props.onSharing(event.target.value)}
            options={(['CONTROLLED', 'PUBLIC'] as const).map((value) => ({
              value,
              label: t(`workspace.dataSet.to.${value}`),
            }))}
          />
        </div>
      )}
      {verdict?.allowed && (
        <div className="vd-n">
          <b>{t('workspace.then')}</b>
          {t(`workspace.lane.${lane}.next`)}
        </div>
      )}
    </section>
  )
}

const TONE: Record<Lane, string> = {
  SYNTHETIC: 'allow',
  INSTANT: 'allow',
  REVIEWED: 'review',
  DATASET: 'review',
  MODEL: 'review',
}

function Said({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation()
  const tone = verdict.allowed ? TONE[verdict.lane] : 'deny'
  return (
    <>
      <div className={`vd-b vd-${tone}`}>
        <b>{t(`workspace.word.${verdict.allowed ? verdict.lane : 'refused'}`)}</b>
        <span>
          {verdict.allowed
            ? t(`workspace.wordText.${verdict.lane}`)
            : t('workspace.wordText.refused', { n: verdict.findings.length })}
        </span>
      </div>
      <ul>
        {verdict.findings.map((finding) => (
          <li key={`${finding.rule} ${finding.line}:${finding.column}`}>
            <State tone="err">
              {t('workspace.place', { line: finding.line, column: finding.column })}
            </State>
            <p>
              {finding.message}
              <small>{article(finding.article)}</small>
            </p>
          </li>
        ))}
        {verdict.checks.map((check) => (
          <li key={`${check.rule} ${check.message}`}>
            <State tone="ok">{check.message}</State>
            <p>
              <small className="first">{article(check.article)}</small>
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
