import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Input, Modal, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { enforcement } from '../../api/supervision'
import type { CreditRecord, OpenMove } from '../../api/types'
import { word } from '../../i18n'
import { Empty } from '../../ui/Empty'
import { date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'
import { Stage } from '../../ui/stages'

/** Violations on record, with objection and repair. */
export default function CreditPage() {
  const { t } = useTranslation()
  const [step, setStep] = useState<{ record: CreditRecord; move: OpenMove } | null>(null)
  const records = useSuspenseQuery({ queryKey: ['credit'], queryFn: enforcement.credit }).data
  return (
    <Page title={t('menu.credit')} sub={t('enforcement.creditIntro')}>
      <div className="card">
        <Table<CreditRecord>
          rowKey="id"
          size="middle"
          scroll={{ x: 900 }}
          pagination={false}
          dataSource={records}
          locale={{ emptyText: <Empty>{t('enforcement.noCredit')}</Empty> }}
          columns={[
            {
              title: t('enforcement.fact'),
              render: (_, it) => (
                <div className="t-title">
                  <Link to={`/cases/${it.caseId}`}>{it.fact}</Link>
                  <div className="sub">
                    <code>{it.number}</code>
                    <span className="num">{date(it.recordedOn)}</span>
                  </div>
                </div>
              ),
            },
            { title: t('enforcement.subject'), width: 200, render: (_, it) => it.subject.name },
            {
              title: t('enforcement.publicity'),
              width: 150,
              render: (_, it) => <span className="num">{date(it.publicityUntil)}</span>,
            },
            {
              title: t('work.column.stage'),
              width: 130,
              render: (_, it) => <Stage stage={it.stage} kind="CREDIT" />,
            },
            {
              title: t('work.column.action'),
              width: 210,
              render: (_, it) =>
                it.open.map((move) => (
                  <Button key={move.step} type="link" onClick={() => setStep({ record: it, move })}>
                    {word('enforcement.creditStep', move.step)}
                  </Button>
                )),
            },
          ]}
        />
      </div>
      {step && <CreditDialog {...step} onClose={() => setStep(null)} />}
    </Page>
  )
}

function CreditDialog(props: { record: CreditRecord; move: OpenMove; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [opinion, setOpinion] = useState('')
  const { record, move, onClose } = props
  const send = useMutation({
    mutationFn: () =>
      enforcement.moveCredit(record.id, {
        version: record.version,
        step: move.step,
        opinion: opinion.trim(),
      }),
    onSuccess: () => {
      for (const key of ['credit', 'tasks', 'case']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
      void message.success(t('authorisation.sent'))
      onClose()
    },
  })
  return (
    <Modal
      open
      title={word('enforcement.creditStep', move.step)}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
    >
      <ProblemAlert error={send.error} />
      <Input.TextArea
        rows={4}
        maxLength={4000}
        aria-label={t('enforcement.why')}
        placeholder={t('enforcement.why')}
        value={opinion}
        onChange={(event) => setOpinion(event.target.value)}
      />
      <p className="pad-top">
        <Button
          type="primary"
          disabled={!opinion.trim()}
          loading={send.isPending}
          onClick={() => send.mutate()}
        >
          {word('enforcement.creditStep', move.step)}
        </Button>
      </p>
    </Modal>
  )
}
