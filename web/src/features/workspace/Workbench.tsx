import { CaretRightFilled, CodeOutlined, HistoryOutlined, StopOutlined } from '@ant-design/icons'
import { Alert, Button, Segmented, Splitter } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Lane, ModelSpec, Sharing, Workspace } from '../../api/types'
import { date } from '../../ui/format'
import { useHeading } from '../../ui/Page'
import { State } from '../../ui/State'
import { Stage } from '../../ui/stages'
import { useDraft } from '../../ui/useDraft'
import { HistoryDrawer } from './HistoryDrawer'
import { useTables } from './ownTables'
import { useJudgement, useRun } from './queries'
import { ResultPane } from './ResultPane'
import { SchemaTree } from './SchemaTree'
import { SqlEditor } from './SqlEditor'
import { VerdictPanel } from './VerdictPanel'
import { WorkspaceSteps } from './WorkspaceSteps'

const LANES: Lane[] = ['SYNTHETIC', 'INSTANT', 'REVIEWED', 'DATASET', 'MODEL']
const USUAL_MODEL: ModelSpec = { kind: 'LINEAR', target: '', ridgeMilli: 10 }
const USUAL_EPSILON = 0.1

/** Write a query over the granted columns, see the verdict before anything runs, run it, ask for the result. */
export function Workbench({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation()
  const [sql, setSql] = useDraft(`sql:${workspace.id}`, firstQuery(workspace))
  const [lane, setLane] = useDraft<Lane>(`lane:${workspace.id}`, 'SYNTHETIC')
  const [history, setHistory] = useState(false)
  const control = useRun(workspace.id)
  const open = workspace.state === 'OPEN'
  const [chosen, setChosen] = useDraft(`epsilon:${workspace.id}`, USUAL_EPSILON)
  const epsilon = lane === 'INSTANT' ? chosen : undefined
  const [adjusted, setAdjusted] = useDraft(`adjusted:${workspace.id}`, true)
  const [chosenSharing, setSharing] = useDraft<Sharing>(`sharing:${workspace.id}`, 'CONTROLLED')
  const sharing = lane === 'DATASET' ? chosenSharing : undefined
  const [chosenModel, setModel] = useDraft<ModelSpec>(`model:${workspace.id}`, USUAL_MODEL)
  const model = lane === 'MODEL' ? chosenModel : undefined
  const question = { sql, lane, epsilon, sharing, model }
  const judgement = useJudgement(workspace.id, question, open)
  const verdict = judgement.data
  const tables = useTables(workspace)
  const run = () => {
    if (open && !control.running)
      control.start(lane === 'INSTANT' ? { ...question, adjusted } : question)
  }
  return (
    <div className="wb">
      <WorkbenchBar workspace={workspace}>
        <Segmented<Lane>
          size="small"
          value={lane}
          onChange={setLane}
          options={LANES.map((value) => ({
            value,
            label: (
              <span title={t(`workspace.lane.${value}.text`)}>
                {t(`workspace.lane.${value}.name`)}
              </span>
            ),
          }))}
        />
        <Link to={`/workspaces/${workspace.id}/own`}>{t('own.name')}</Link>
        <Button
          size="small"
          icon={<HistoryOutlined aria-hidden />}
          onClick={() => setHistory(true)}
        >
          {t('workspace.history')}
        </Button>
        {control.running ? (
          <Button
            size="small"
            danger
            icon={<StopOutlined aria-hidden />}
            onClick={() => control.cancel()}
          >
            {t('workspace.cancel')}
          </Button>
        ) : (
          <Button
            size="small"
            type="primary"
            icon={<CaretRightFilled aria-hidden />}
            disabled={!open}
            onClick={run}
          >
            {t('workspace.run')} <kbd>Ctrl ↵</kbd>
          </Button>
        )}
      </WorkbenchBar>
      <NotOpen workspace={workspace} />
      <Splitter className="wb-b">
        <Splitter.Panel defaultSize={268} min={200} max={420}>
          <SchemaTree tables={tables} />
        </Splitter.Panel>
        <Splitter.Panel>
          <Splitter orientation="vertical">
            <Splitter.Panel defaultSize="46%" min={120}>
              <SqlEditor
                value={sql}
                onChange={setSql}
                onRun={run}
                tables={tables}
                findings={verdict?.findings ?? []}
              />
            </Splitter.Panel>
            <Splitter.Panel min={140}>
              <ResultPane control={control} threshold={workspace.threshold} />
            </Splitter.Panel>
          </Splitter>
        </Splitter.Panel>
        <Splitter.Panel defaultSize={312} min={240} max={460}>
          <VerdictPanel
            lane={lane}
            verdict={verdict}
            error={judgement.error}
            budget={workspace.budget}
            thinking={judgement.isFetching}
            epsilon={chosen}
            onEpsilon={setChosen}
            adjusted={adjusted}
            onAdjusted={setAdjusted}
            sharing={chosenSharing}
            onSharing={setSharing}
            model={chosenModel}
            onModel={setModel}
          />
        </Splitter.Panel>
      </Splitter>
      {history && (
        <HistoryDrawer
          workspace={workspace.id}
          onClose={() => setHistory(false)}
          onTake={(past) => {
            setSql(past.sql)
            setLane(past.lane)
            control.show(past)
            setHistory(false)
          }}
        />
      )}
    </div>
  )
}

function WorkbenchBar(props: { workspace: Workspace; children: ReactNode }) {
  const { t } = useTranslation()
  const { workspace } = props
  const heading = useHeading(workspace.title)
  return (
    <div className="wb-top">
      <CodeOutlined aria-hidden />
      <h1 ref={heading} tabIndex={-1}>
        {workspace.title}
      </h1>
      {workspace.state === 'OPEN' ? (
        <State tone="ok">{t('workspace.validUntil', { date: date(workspace.until) })}</State>
      ) : (
        <Stage stage={workspace.state} />
      )}
      <div className="grow" />
      <WorkspaceSteps workspace={workspace} />
      {props.children}
    </div>
  )
}

function NotOpen({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation()
  if (workspace.state === 'OPEN') return null
  return (
    <Alert
      type="error"
      banner
      role="alert"
      title={t(`workspace.notOpen.${workspace.state}`)}
      description={workspace.reason}
    />
  )
}

/** Something that runs at once: the first table's first columns. */
function firstQuery(workspace: Workspace): string {
  const table = workspace.tables[0]
  if (!table) return ''
  const columns = table.columns.slice(0, 4).map((column) => column.name)
  return `SELECT ${columns.join(', ')}\nFROM ${table.name}\nLIMIT 20`
}
