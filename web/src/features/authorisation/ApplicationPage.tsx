import { CloudOutlined, CloudSyncOutlined, WarningOutlined } from '@ant-design/icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useParams } from 'react-router'
import type { Application } from '../../api/types'
import { article, clockTime } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'
import { State, type Tone } from '../../ui/State'
import { CheckPart } from './CheckPart'
import { DataPart } from './DataPart'
import { ChangesSince, FastLane } from './FastLane'
import { delicateOf, gapsOf, type PartName } from './gaps'
import { applicationQuery } from './queries'
import { ScenarioPart } from './ScenarioPart'
import { type Autosave, useAutosave } from './useAutosave'

const PARTS: PartName[] = ['scenario', 'data', 'check']

/** Filling in an application: parts in any order, saved as one goes, checked at the end. */
export default function ApplicationPage() {
  const { id = '' } = useParams()
  const application = useSuspenseQuery(applicationQuery(id)).data
  const [filled, setFilled] = useState(0)
  const editable = application.open.some((move) => ['SUBMIT', 'RESUBMIT'].includes(move.step))
  if (!editable) return <Navigate to={`/cases/${application.caseId}`} replace />
  return (
    <ApplicationForm
      key={`${application.id} ${filled}`}
      application={application}
      onFilled={() => setFilled(filled + 1)}
    />
  )
}

function ApplicationForm(props: { application: Application; onFilled: () => void }) {
  const { application, onFilled } = props
  const { t } = useTranslation()
  const autosave = useAutosave(application)
  const [part, setPart] = useState<PartName>('scenario')
  const move = application.open.find((it) => ['SUBMIT', 'RESUBMIT'].includes(it.step))
  return (
    <Page
      narrow
      title={autosave.draft.scenario.title || t('authorisation.new')}
      sub={
        <p>
          <code>{application.number}</code> {t('authorisation.intro')}{' '}
          {move && article(move.article)}
        </p>
      }
      actions={<Saved autosave={autosave} />}
    >
      <ProblemAlert error={autosave.error} />
      <ChangesSince application={application} />
      <div className="cols flip">
        <aside className="col-s">
          <TaskList application={application} autosave={autosave} part={part} onChoose={setPart} />
          <FastLane application={application} autosave={autosave} onChanged={onFilled} />
        </aside>
        <section className="col-m card" aria-label={t(`authorisation.part.${part}`)}>
          <h2>{t(`authorisation.part.${part}`)}</h2>
          {part === 'scenario' && (
            <ScenarioPart autosave={autosave} onNext={() => setPart('data')} />
          )}
          {part === 'data' && (
            <DataPart
              application={application}
              autosave={autosave}
              onNext={() => setPart('check')}
            />
          )}
          {part === 'check' && (
            <CheckPart application={application} autosave={autosave} onGoTo={setPart} />
          )}
        </section>
      </div>
    </Page>
  )
}

interface TaskListProps {
  application: Application
  autosave: Autosave
  part: PartName
  onChoose: (part: PartName) => void
}

function TaskList({ application, autosave, part, onChoose }: TaskListProps) {
  const { t } = useTranslation()
  const gaps = gapsOf(autosave.draft, delicateOf(application))
  const stateOf = (name: PartName): [Tone, string] => {
    const open = name === 'check' ? gaps.length : gaps.filter((gap) => gap.part === name).length
    if (open > 0) return ['mute', t('authorisation.gaps', { n: open })]
    return name === 'check' ? ['info', t('authorisation.ready')] : ['ok', t('authorisation.filled')]
  }
  return (
    <nav className="card" aria-label={t('authorisation.parts')}>
      <ol className="tlist">
        {PARTS.map((name, index) => {
          const [tone, text] = stateOf(name)
          return (
            <li key={name} className={name === part ? 'on' : ''}>
              <button
                type="button"
                aria-current={name === part ? 'step' : undefined}
                onClick={() => onChoose(name)}
              >
                {index + 1}. {t(`authorisation.part.${name}`)}
              </button>
              <State tone={tone}>{text}</State>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

function Saved({ autosave }: { autosave: Autosave }) {
  const { t } = useTranslation()
  if (autosave.error) {
    return (
      <span className="saved bad">
        <WarningOutlined aria-hidden /> {t('authorisation.notSaved')}
      </span>
    )
  }
  return (
    <span className="saved" role="status">
      {autosave.pending ? <CloudSyncOutlined aria-hidden /> : <CloudOutlined aria-hidden />}{' '}
      {autosave.pending
        ? t('authorisation.saving')
        : autosave.savedAt
          ? t('authorisation.savedAt', { time: clockTime(autosave.savedAt) })
          : t('authorisation.draft')}
    </span>
  )
}
