import { Grid, Steps } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CaseStage } from '../../api/types'
import { date, moment } from '../../ui/format'
import { stageWord } from '../../ui/stages'

interface CaseStepsProps {
  kind: string
  stages: CaseStage[]
}

/** How far a case has come. */
export function CaseSteps({ kind, stages }: CaseStepsProps) {
  const { t } = useTranslation()
  const wide = Grid.useBreakpoint().lg !== false
  if (stages.length === 0) return null
  const at = stages.findIndex((stage) => stage.state === 'CURRENT')
  const current = at < 0 ? stages.filter((stage) => stage.state === 'DONE').length : at
  if (!wide) return <Bar kind={kind} stages={stages} current={current} />
  return (
    <div className="card steps">
      <Steps
        current={current}
        size="small"
        titlePlacement="vertical"
        items={stages.map((stage) => ({
          title: stageWord(stage.name, kind),
          content: (
            <span className="stp">
              <span>{parties(stage, t)}</span>
              <small>{note(stage, t('work.until'))}</small>
            </span>
          ),
        }))}
      />
    </div>
  )
}

const MOST_NAMED = 2

/** The parties by name, or, where there are many, how many. */
function parties({ parties: all }: CaseStage, t: TFunction): string {
  if (all.length > MOST_NAMED) return t('work.parties', { n: all.length })
  return all.map((party) => party.name).join(t('data.comma'))
}

function note(stage: CaseStage, until: string): string {
  if (stage.at) return moment(stage.at).slice(5)
  return stage.clock ? `${date(stage.clock.due).slice(5)} ${until}` : ''
}

function Bar({ kind, stages, current }: CaseStepsProps & { current: number }) {
  const { t } = useTranslation()
  const stage = stages[Math.min(current, stages.length - 1)]!
  return (
    <div className="card">
      <div className="mstep">
        <span>{t('work.stepOf', { n: current + 1, all: stages.length })}</span>
        <b>{stageWord(stage.name, kind)}</b>
        <span className="sub">{stage.parties[0]?.name}</span>
      </div>
      <div
        className="mbar"
        role="img"
        aria-label={t('work.stepsDone', { n: current, all: stages.length })}
      >
        {stages.map((it, index) => (
          <i key={it.name} className={index < current ? 'd' : index === current ? 'c' : ''} />
        ))}
      </div>
    </div>
  )
}
