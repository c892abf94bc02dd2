import { Alert, Breadcrumb, Grid, Select, Tabs } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Case } from '../../api/types'
import { word } from '../../i18n'
import { Deadline } from '../../ui/Deadline'
import { article, partyOf } from '../../ui/format'
import { Page } from '../../ui/Page'
import { Stage, stageWord } from '../../ui/stages'
import { CaseActions } from './CaseActions'
import { CaseDiagram } from './CaseDiagram'
import { CaseSteps } from './CaseSteps'
import { Countersign } from './Countersign'
import { Documents } from './Documents'
import { Timeline } from './Timeline'

export interface CaseTab {
  key: string
  label: string
  children: ReactNode
}

interface CasePageProps {
  file: Case
  /** What the matter is about; the kind of case knows. */
  tabs: CaseTab[]
  /** What the person may do now. */
  opinion: ReactNode
}

/** One page for every kind of case: steps, matter, clock, opinion, documents, what happened. */
export function CasePage({ file, tabs, opinion }: CasePageProps) {
  const { t } = useTranslation()
  const clock = file.tasks.find((task) => !task.done && task.clock)?.clock
  const happened = {
    key: 'timeline',
    label: t('work.timeline'),
    children: <Timeline acts={file.acts} />,
  }
  const all = [
    ...tabs,
    // Without a matter of its own to show, what happened comes first.
    ...(tabs.length === 0 ? [happened] : []),
    {
      key: 'procedure',
      label: t('work.procedure.tab'),
      children: <CaseDiagram file={file} />,
    },
    {
      key: 'documents',
      label: t('work.documents.tab', { n: file.documents.length }),
      children: <Documents file={file} />,
    },
    ...(tabs.length === 0 ? [] : [happened]),
  ]
  return (
    <Page
      className="case"
      title={file.title}
      mark={<Stage stage={file.stage} kind={file.kind} />}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/cases">{t('menu.cases')}</Link> },
            { title: word('work.kind', file.kind) },
          ]}
        />
      }
      sub={
        <p className="meta">
          <code>{file.number}</code>
          <span>{word('work.kind', file.kind)}</span>
          <span>{t('work.version', { n: file.version })}</span>
          <span>{file.applicant.name}</span>
        </p>
      }
      actions={<CaseActions file={file} />}
    >
      <CaseSteps kind={file.kind} stages={file.stages} />
      <WhyReturned file={file} />
      <div className="cols">
        <div className="col-m">
          <CaseTabs tabs={all} />
        </div>
        <aside className="col-s">
          {clock && (
            <div className="card">
              <h2 className="h">
                {t('work.column.clock')} <small>{article(clock.article)}</small>
              </h2>
              <Deadline clock={clock} />
            </div>
          )}
          <div id="opinion">{opinion}</div>
          <Countersign file={file} />
          <Waiting file={file} />
        </aside>
      </div>
      {opinion && file.moves.length > 0 && (
        <div className="to-opinion">
          <a className="btn" href="#opinion">
            {t('work.toOpinion')}
          </a>
        </div>
      )}
    </Page>
  )
}

/** The first thing to read when a matter came back: what is to be corrected, and who said so. */
function WhyReturned({ file }: { file: Case }) {
  const { t } = useTranslation()
  const returned = [...file.acts]
    .sort((a, b) => b.at.localeCompare(a.at))
    .find((act) => act.step === 'RETURN')
  if (file.stage !== 'RETURNED' || !returned?.opinion) return null
  return (
    <Alert
      type="warning"
      showIcon
      className="problem"
      title={t('work.returnedBy', { who: partyOf(returned.person, returned.organisation) })}
      description={returned.opinion}
    />
  )
}

/** Tabs on a desk; a plain select on a phone, where antd's overflow button is no tab. */
function CaseTabs({ tabs }: { tabs: CaseTab[] }) {
  const { t } = useTranslation()
  const wide = Grid.useBreakpoint().md !== false
  const [active, setActive] = useState(tabs[0]?.key)
  if (wide) {
    return (
      <div className="card pad0">
        <Tabs
          className="case-tabs"
          activeKey={active}
          onChange={setActive}
          items={tabs.map((tab) => ({
            ...tab,
            children: <div className="pad">{tab.children}</div>,
          }))}
        />
      </div>
    )
  }
  return (
    <div className="card">
      <Select
        className="full"
        aria-label={t('work.part')}
        value={active}
        onChange={setActive}
        options={tabs.map((tab) => ({ value: tab.key, label: tab.label }))}
      />
      <div className="pad-top">{tabs.find((tab) => tab.key === active)?.children}</div>
    </div>
  )
}

/** Who is to act now, so that nobody has to ask. */
function Waiting({ file }: { file: Case }) {
  const { t } = useTranslation()
  const open = file.tasks.filter((task) => !task.done)
  if (open.length === 0) return null
  return (
    <div className="card">
      <h2 className="h">{t('work.waitingFor')}</h2>
      <ul className="waiting">
        {open.map((task) => (
          <li key={task.id}>
            <b>{task.organisation.name}</b>
            <span>{stageWord(task.stage, file.kind)}</span>
            {task.clock && <Deadline clock={task.clock} />}
            {task.reminded > 0 && (
              <span className="sub">{t('work.remindedTimes', { n: task.reminded })}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
