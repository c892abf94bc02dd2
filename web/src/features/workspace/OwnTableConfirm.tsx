import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, InputNumber, Select, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { own } from '../../api/own'
import type { ColumnClass, OwnTable } from '../../api/types'
import { ProblemAlert } from '../../ui/Problem'

const CLASSES: ColumnClass[] = [
  'OPEN',
  'MEASURE',
  'QUASI_IDENTIFIER',
  'SENSITIVE',
  'IDENTIFIER',
  'NEVER',
]
const KINDS = ['person', 'household', 'enterprise']

interface Choice {
  name: string
  label: string
  columnClass: ColumnClass
  lower: number | null
  upper: number | null
}

/** The partner says what each column is and whose rows they are; only then does the table land. */
export function OwnTableConfirm({ table }: { table: OwnTable }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [columns, setColumns] = useState<Choice[]>(() =>
    table.columns.map((it) => ({ ...it, lower: null, upper: null })),
  )
  const [subject, setSubject] = useState(
    () => table.columns.find((it) => it.columnClass === 'IDENTIFIER')?.name ?? '',
  )
  const [kind, setKind] = useState('person')
  const confirm = useMutation({
    mutationFn: () =>
      own.confirm(table.workspace, table.id, {
        subject: subject || null,
        subjectKind: subject ? kind : null,
        columns,
      }),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['own', table.workspace] }),
  })
  const put = (name: string, change: Partial<Choice>) =>
    setColumns(columns.map((it) => (it.name === name ? { ...it, ...change } : it)))
  return (
    <>
      <h3 className="h">
        {t('own.confirm')} <small>{t('own.confirmText')}</small>
      </h3>
      <div className="row-sb">
        <Select
          aria-label={t('own.subject')}
          value={subject}
          onChange={setSubject}
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: t('own.noSubject') },
            ...columns.map((it) => ({ value: it.name, label: it.name })),
          ]}
        />
        {subject && (
          <Select
            aria-label={t('own.kind')}
            value={kind}
            onChange={setKind}
            options={KINDS.map((value) => ({ value, label: t(`data.subject.${value}`) }))}
          />
        )}
      </div>
      <Table<Choice>
        rowKey="name"
        size="small"
        pagination={false}
        scroll={{ x: 560 }}
        dataSource={columns}
        columns={[
          { title: t('own.column'), render: (_, it) => <code>{it.name}</code> },
          {
            title: t('own.class'),
            render: (_, it) => (
              <Select
                aria-label={`${it.name} ${t('own.class')}`}
                value={it.name === subject ? 'IDENTIFIER' : it.columnClass}
                disabled={it.name === subject}
                onChange={(columnClass) => put(it.name, { columnClass })}
                popupMatchSelectWidth={false}
                options={CLASSES.map((value) => ({ value, label: t(`data.class.${value}`) }))}
              />
            ),
          },
          ...(['lower', 'upper'] as const).map((bound) => ({
            title: t(`own.${bound}`),
            render: (_: unknown, it: Choice) =>
              it.columnClass === 'MEASURE' && (
                <InputNumber
                  aria-label={`${it.name} ${t(`own.${bound}`)}`}
                  value={it[bound]}
                  precision={0}
                  onChange={(value) => put(it.name, { [bound]: value })}
                />
              ),
          })),
        ]}
      />
      <ProblemAlert error={confirm.error} />
      <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate()}>
        {t('own.land')}
      </Button>
    </>
  )
}
