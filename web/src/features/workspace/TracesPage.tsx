import { UploadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Input, Table, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { traces } from '../../api/calls'
import { bring } from '../../api/door'
import type { LeakTrace } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { moment, number } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'
import { State } from '../../ui/State'

/** Suspected leaks: a file goes straight to the domain, which says whose copy it was made from. */
export default function TracesPage() {
  const { t } = useTranslation()
  const lines = useSuspenseQuery({ queryKey: ['traces'], queryFn: traces.list }).data
  return (
    <Page title={t('menu.traces')} sub={t('workspace.leak.intro')}>
      <Report />
      <div className="card">
        <Table<LeakTrace>
          rowKey="id"
          size="middle"
          scroll={{ x: 760 }}
          dataSource={lines}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          locale={{ emptyText: <Empty>{t('workspace.leak.none')}</Empty> }}
          columns={[
            {
              title: t('workspace.leak.file'),
              render: (_, it) => (
                <div className="t-title">
                  {it.fileName}
                  <div className="sub">
                    <span>{it.note}</span>
                  </div>
                  <div className="sub">
                    <span>{it.organisationName}</span> <span>{it.personName}</span>
                  </div>
                </div>
              ),
            },
            { title: t('workspace.leak.finding'), render: (_, it) => <Finding leak={it} /> },
            {
              title: t('evidence.at'),
              width: 170,
              render: (_, it) => (
                <>
                  <span className="num">{moment(it.at)}</span>
                  <div className="sub">
                    <Link to={`/evidence/${it.evidence}`}>{t('work.evidenceOfAct')}</Link>
                  </div>
                </>
              ),
            },
          ]}
        />
      </div>
    </Page>
  )
}

function Finding({ leak }: { leak: LeakTrace }) {
  const { t } = useTranslation()
  if (leak.state === 'WAITING') return <State tone="warn">{t('workspace.leak.waiting')}</State>
  if (leak.state === 'FAILED') {
    return (
      <>
        <State tone="warn">{t('workspace.leak.failed')}</State>
        <p className="sub">{leak.problem}</p>
      </>
    )
  }
  return (
    <>
      {leak.found.length === 0 && leak.others === 0 && (
        <State tone="ok">{t('workspace.leak.nobody')}</State>
      )}
      {leak.found.map((it) => (
        <div key={`${it.organisation} ${it.release}`}>
          <State tone="err">{it.organisationName}</State>
          <p className="sub">
            <Link to={`/releases/${it.release}`}>{it.number}</Link> {it.workspaceTitle}
          </p>
          <p className="sub num">
            {t('workspace.leak.chance', {
              chance: it.falsePositive.toExponential(1),
              places: number(it.places),
            })}
          </p>
        </div>
      ))}
      {leak.others > 0 && <p className="sub">{t('workspace.leak.others', { n: leak.others })}</p>}
      <p className="sub num">
        {t('workspace.leak.compared', { rows: number(leak.rows), files: leak.compared })}
      </p>
    </>
  )
}

function Report() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [note, setNote] = useState('')
  const send = useMutation({
    mutationFn: async (chosen: File) => {
      const ticket = await traces.report(chosen.name, note.trim())
      try {
        await bring(ticket.url, chosen, () => {})
      } finally {
        // Also a file that cannot be read leaves a finding.
        await traces.finding(ticket.id).catch(() => {})
      }
    },
    onSuccess: () => {
      setFile(null)
      setNote('')
      void message.success(t('workspace.leak.done'))
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: ['traces'] }),
  })
  return (
    <section className="card" aria-labelledby="leak-report">
      <h2 className="h" id="leak-report">
        {t('workspace.leak.report')}
      </h2>
      <p className="prose">{t('workspace.leak.reportText')}</p>
      <Upload
        accept=".csv,.txt"
        maxCount={1}
        fileList={file ? [{ uid: '1', name: file.name }] : []}
        beforeUpload={(chosen) => {
          setFile(chosen)
          return false
        }}
        onRemove={() => setFile(null)}
      >
        <Button icon={<UploadOutlined aria-hidden />}>{t('workspace.leak.choose')}</Button>
      </Upload>
      <Input.TextArea
        rows={2}
        maxLength={1000}
        aria-label={t('workspace.leak.note')}
        placeholder={t('workspace.leak.note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <ProblemAlert error={send.error} />
      <Button
        type="primary"
        loading={send.isPending}
        disabled={!file}
        onClick={() => file && send.mutate(file)}
      >
        {t('workspace.leak.trace')}
      </Button>
    </section>
  )
}
