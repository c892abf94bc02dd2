import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { filings } from '../../api/exchange'
import type { NationalRecord } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { date } from '../../ui/format'
import { MoveCard } from '../../ui/MoveCard'
import { Stage } from '../../ui/stages'

/** National registrations, and what their holder writes down of what the agency did. */
export function RecordsTable({ records }: { records: NationalRecord[] }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<string>()
  const chosen = records.find((it) => it.id === open)
  return (
    <>
      <div className="card pad0">
        <Table<NationalRecord>
          size="middle"
          pagination={false}
          rowKey="id"
          scroll={{ x: 800 }}
          dataSource={records}
          locale={{ emptyText: <Empty>{t('filings.recordsNone')}</Empty> }}
          columns={[
            {
              title: t('filings.subject'),
              key: 'subject',
              render: (_, it) => (
                <>
                  {it.subjectName}
                  <p className="sub">
                    <code>{it.number}</code> {t(`filings.about.${it.about}`)}
                  </p>
                </>
              ),
            },
            { title: t('filings.holder'), key: 'holder', render: (_, it) => it.holder.name },
            { title: t('filings.agency'), dataIndex: 'agency' },
            {
              title: t('filings.state'),
              key: 'stage',
              render: (_, it) => <Stage stage={it.stage} kind="NATIONAL_RECORD" />,
            },
            {
              title: t('filings.code'),
              key: 'code',
              render: (_, it) => it.code && <code>{it.code}</code>,
            },
            {
              title: t('filings.validUntil'),
              key: 'until',
              render: (_, it) =>
                it.validUntil && <span className="num">{date(it.validUntil)}</span>,
            },
            {
              title: <span className="sr-only">{t('common.actions')}</span>,
              key: 'actions',
              render: (_, it) =>
                it.open.length > 0 ? (
                  <Button size="small" onClick={() => setOpen(it.id)}>
                    {t('filings.open')}
                  </Button>
                ) : (
                  <Link to={`/cases/${it.caseId}`}>{t('filings.toCase')}</Link>
                ),
            },
          ]}
        />
      </div>
      {chosen && (
        <Modal open title={chosen.subjectName} footer={null} onCancel={() => setOpen(undefined)}>
          <RecordMoves key={chosen.version} record={chosen} />
        </Modal>
      )}
    </>
  )
}

function RecordMoves({ record }: { record: NationalRecord }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [code, setCode] = useState('')
  const send = useMutation({
    mutationFn: (move: { step: string; opinion: string }) =>
      filings.move(record.id, {
        ...move,
        version: record.version,
        code: move.step === 'NOTE_CODE' ? code : null,
        day: null,
      }),
    onSuccess: () => {
      for (const key of ['records', 'filings', 'tasks', 'case']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
    },
  })
  return (
    <>
      <p>
        <Link to={`/cases/${record.caseId}`}>{t('filings.toCase')}</Link>
      </p>
      <MoveCard
        open={record.open}
        waiting={t('filings.waiting')}
        error={send.error}
        pending={send.isPending}
        more={(step) =>
          step === 'NOTE_CODE' && (
            <>
              <p className="prose">{t('filings.codeNote')}</p>
              <Input
                aria-label={t('filings.code')}
                placeholder={t('filings.code')}
                maxLength={64}
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            </>
          )
        }
        lacks={(step) => step === 'NOTE_CODE' && !code.trim()}
        onSend={send.mutate}
      />
    </>
  )
}
