import { Grid, Steps } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CaseStage } from '../../api/types'
import { word } from '../../i18n'
import { date, moment } from '../../ui/format'

/** How far a case has come. */
export function CaseSteps({ stages }: { stages: CaseStage[] }) {
  const { t } = useTranslation()
  const wide = Grid.useBreakpoint().lg !== false
  if (stages.length === 0) return null
  const at = stages.findIndex((stage) => stage.state === 'CURRENT')
  const current = at < 0 ? stages.filter((stage) => stage.state === 'DONE').length : at
  if (!wide) return <Bar stages={stages} current={current} />
  return (
    <div className="card steps">
      <Steps
        current={current}
        size="small"
        titlePlacement="vertical"
        items={stages.map((stage) => ({
          title: word('work.stage', stage.name),
          content: (
            <span className="stp">
              <span>{stage.parties.map((party) => party.name).join(t('data.comma'))}</span>
              <small>{note(stage, t('work.until'))}</small>
            </span>
          ),
        }))}
      />
    </div>
  )
}

function note(stage: CaseStage, until: string): string {
  if (stage.at) return moment(stage.at).slice(5)
  return stage.clock ? `${date(stage.clock.due).slice(5)} ${until}` : ''
}

function Bar({ stages, current }: { stages: CaseStage[]; current: number }) {
  const { t } = useTranslation()
  const stage = stages[Math.min(current, stages.length - 1)]!
  return (
    <div className="card">
      <div className="mstep">
        <span>{t('work.stepOf', { n: current + 1, all: stages.length })}</span>
        <b>{word('work.stage', stage.name)}</b>
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
