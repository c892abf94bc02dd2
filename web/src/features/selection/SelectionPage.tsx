import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { App, Breadcrumb, Button, Input, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { selection } from '../../api/selection'
import type { CandidacyLine, SelectionFile } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { article, date, moment } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'
import { State, type Tone } from '../../ui/State'
import { Stage } from '../../ui/stages'
import { fileQuery, useKeepFile } from './queries'
import { SelectionDecision } from './SelectionDecision'

const SEAT_TONES: Record<string, Tone> = { SEATED: 'ok', RESERVE: 'mute', RECUSED: 'warn' }

/** A selection for those who take part: the notice, who applies, who scores, what comes next. */
export default function SelectionPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const file = useSuspenseQuery(fileQuery(id)).data
  const { notice } = file
  const [proposed, setProposed] = useState<string[]>([])
  return (
    <Page
      className="case"
      title={notice.title}
      mark={<Stage stage={notice.stage} kind="SELECTION" />}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/selections">{t('menu.selections')}</Link> },
            { title: notice.number },
          ]}
        />
      }
      sub={
        <p className="meta">
          <code>{notice.number}</code>
          <span>
            {t('selection.window', { from: date(notice.opensOn), until: date(notice.closesOn) })}
          </span>
        </p>
      }
      actions={
        <>
          <Button onClick={() => void navigate(`/cases/${file.caseId}`)}>
            {t('agreement.toCase')}
          </Button>
          {notice.stage !== 'DRAFT' && (
            <Button onClick={() => void navigate(`/notices/${notice.id}`)}>
              {t('selection.toPublic')}
            </Button>
          )}
        </>
      }
    >
      <div className="cols">
        <div className="col-m">
          <Candidacies file={file} proposed={proposed} onPropose={setProposed} />
          <section className="card" aria-labelledby="conditions">
            <h2 className="h" id="conditions">
              {t('selection.conditions')} <small>{article('9')}</small>
            </h2>
            <p className="prose lines">{notice.conditions}</p>
          </section>
        </div>
        <aside className="col-s">
          <SelectionDecision key={notice.version} file={file} proposed={proposed} />
          <Panel file={file} />
        </aside>
      </div>
    </Page>
  )
}

interface CandidaciesProps {
  file: SelectionFile
  proposed: string[]
  onPropose: (ids: string[]) => void
}

function Candidacies({ file, proposed, onPropose }: CandidaciesProps) {
  const { t } = useTranslation()
  const chooses = file.open.some((move) => move.step === 'SUBMIT')
  return (
    <section className="card" aria-labelledby="candidacies">
      <h2 className="h" id="candidacies">
        {t('selection.candidacies')}{' '}
        <small>{t('common.total', { n: file.candidacies.length })}</small>
      </h2>
      <Table<CandidacyLine>
        rowKey="id"
        size="middle"
        pagination={false}
        scroll={{ x: 620 }}
        dataSource={file.candidacies}
        locale={{ emptyText: <Empty>{t('selection.noCandidacy')}</Empty> }}
        rowSelection={
          chooses
            ? {
                selectedRowKeys: proposed,
                onChange: (keys) => onPropose(keys.map(String)),
                getCheckboxProps: (it) =>
                  ({
                    'aria-label': it.organisation.name,
                    disabled: it.stage !== 'COMPLETE',
                  }) as object,
                getTitleCheckboxProps: () => ({ 'aria-label': t('common.selectAll') }) as object,
              }
            : undefined
        }
        columns={[
          {
            title: t('selection.applicant'),
            render: (_, it) => (
              <div className="t-title">
                <Link to={`/candidacies/${it.id}`}>{it.organisation.name}</Link>
                <div className="sub">
                  <code>{it.number}</code> {it.filedAt && moment(it.filedAt)}
                </div>
              </div>
            ),
          },
          {
            title: t('work.column.stage'),
            width: 140,
            render: (_, it) => <Stage stage={it.stage} kind="CANDIDACY" />,
          },
          {
            title: t('selection.scored'),
            width: 110,
            align: 'right',
            render: (_, it) => (
              <span className="num">
                {it.mean ?? t('selection.scoredOf', { n: it.scored, all: file.experts })}
              </span>
            ),
          },
          {
            title: t('selection.opinions'),
            width: 150,
            render: (_, it) => (
              <>
                <span className="num">{t('selection.said', { n: it.opinions })}</span>
                {it.objections > 0 && (
                  <div>
                    <State tone="err">{t('selection.objections', { n: it.objections })}</State>
                  </div>
                )}
                {it.apart.length > 0 && (
                  <div>
                    <State tone="warn">{t('selection.apart', { n: it.apart.length })}</State>
                  </div>
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}

function Panel({ file }: { file: SelectionFile }) {
  const { t } = useTranslation()
  return (
    <section className="card" aria-labelledby="panel">
      <h2 className="h" id="panel">
        {t('selection.panel')} <small>{article('11')}</small>
      </h2>
      {file.seats.length === 0 && <p className="sub">{t('selection.notDrawn')}</p>}
      <ol className="seats">
        {file.seats.map((seat) => (
          <li key={seat.person}>
            <b>{seat.name}</b> <span className="sub">{seat.organisation}</span>
            <State tone={SEAT_TONES[seat.state] ?? 'info'}>
              {t(`selection.seat.${seat.state}`)}
            </State>
            {seat.ground && (
              <p className="sub">
                {t(`selection.ground.${seat.ground}`)} {seat.reason}
              </p>
            )}
          </li>
        ))}
      </ol>
      {file.seated && file.notice.stage === 'REVIEWING' && <Recuse file={file} />}
      <p className="sub">
        {t('selection.commitment')} <code className="break">{file.notice.commitment}</code>
      </p>
    </section>
  )
}

function Recuse({ file }: { file: SelectionFile }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const keep = useKeepFile()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: () => selection.recuse(file.notice.id, reason.trim()),
    onSuccess: (after) => {
      keep(after)
      void message.success(t('selection.recused'))
    },
  })
  if (!open) return <Button onClick={() => setOpen(true)}>{t('selection.recuse')}</Button>
  return (
    <div className="fields">
      <Input.TextArea
        rows={2}
        aria-label={t('selection.recuseReason')}
        placeholder={t('selection.recuseReason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <ProblemAlert error={send.error} />
      <Button danger loading={send.isPending} onClick={() => send.mutate()}>
        {t('selection.recuse')}
      </Button>
    </div>
  )
}
