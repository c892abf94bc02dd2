import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, InputNumber, Select, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { intake } from '../../api/calls'
import type {
  ColumnClass,
  ColumnType,
  ConfirmedColumn,
  DetectedColumn,
  Load,
  Resource,
} from '../../api/types'
import { word } from '../../i18n'
import { number, percent } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { State } from '../../ui/State'
import { useDraft } from '../../ui/useDraft'
import { isLaxer, proposalFor, ruleOf, withRule } from './confirmation'

const TYPES: ColumnType[] = ['TEXT', 'INTEGER', 'DECIMAL', 'DOUBLE', 'DATE', 'TIMESTAMP', 'BOOLEAN']
const CLASSES: ColumnClass[] = [
  'OPEN',
  'MEASURE',
  'QUASI_IDENTIFIER',
  'SENSITIVE',
  'IDENTIFIER',
  'NEVER',
]
const SUBJECTS = ['person', 'household', 'enterprise']
const NUMERIC: ColumnType[] = ['INTEGER', 'DECIMAL']

/** A person confirms what each column is and how sensitive; only then do the good rows land. */
export function ConfirmColumns({ load, resource }: { load: Load; resource: Resource }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [columns, setColumns, forget] = useDraft(`load:${load.id}`, proposalFor(load, resource))
  const [subject, setSubject] = useState(() =>
    load.columns.some((it) => it.name === resource.subject) ? (resource.subject ?? '') : '',
  )
  const [subjectKind, setSubjectKind] = useState(resource.subjectKind || 'person')
  const [looked, setLooked] = useState(false)
  const confirm = useMutation({
    mutationFn: () =>
      intake.confirm(load.id, {
        columns,
        subject: subject || null,
        subjectKind: subject ? subjectKind : '',
      }),
    onSuccess: (after) => {
      forget()
      queries.setQueryData(['load', load.id], after)
    },
  })
  const put = (column: ConfirmedColumn) =>
    setColumns(columns.map((it) => (it.name === column.name ? column : it)))
  return (
    <section className="card" aria-labelledby="confirm-columns">
      <h2 className="h" id="confirm-columns">
        {t('intake.confirmTitle')} <small>{t('intake.confirmText')}</small>
      </h2>
      <Table<ConfirmedColumn>
        rowKey="name"
        size="small"
        pagination={false}
        scroll={{ x: 1180 }}
        dataSource={columns}
        columns={useColumns(load, put)}
      />
      <div className="confirm-foot">
        <div>
          <span>{t('intake.subject')}</span>
          <Select
            aria-label={t('intake.subject')}
            value={subject}
            onChange={setSubject}
            className="filter"
            options={[
              { value: '', label: t('data.subject.none') },
              ...columns.map((it) => ({ value: it.name, label: `${it.name} ${it.label}` })),
            ]}
          />
        </div>
        {subject && (
          <div>
            <span>{t('data.subject.label')}</span>
            <Select
              aria-label={t('data.subject.label')}
              value={subjectKind}
              onChange={setSubjectKind}
              className="filter"
              options={SUBJECTS.map((value) => ({ value, label: t(`data.subject.${value}`) }))}
            />
          </div>
        )}
      </div>
      <ProblemAlert error={confirm.error} />
      <Checkbox checked={looked} onChange={(event) => setLooked(event.target.checked)}>
        {t('intake.looked')}
      </Checkbox>
      <div className="pad-top">
        <Button
          type="primary"
          disabled={!looked}
          loading={confirm.isPending}
          onClick={() => confirm.mutate()}
        >
          {t(load.problem ? 'intake.landAgain' : 'intake.confirm', { n: number(load.rows) })}
        </Button>
      </div>
    </section>
  )
}

function useColumns(
  load: Load,
  put: (column: ConfirmedColumn) => void,
): TableColumnsType<ConfirmedColumn> {
  const { t } = useTranslation()
  const found = (name: string) => load.columns.find((it) => it.name === name)!
  return [
    {
      title: t('catalogue.column.column'),
      fixed: 'left',
      width: 150,
      render: (_, it) => <code>{it.name}</code>,
    },
    {
      title: t('intake.label'),
      width: 150,
      render: (_, it) => (
        <Input
          size="small"
          aria-label={t('intake.labelOf', { column: it.name })}
          value={it.label}
          onChange={(event) => put({ ...it, label: event.target.value })}
        />
      ),
    },
    {
      title: t('intake.evidence'),
      width: 210,
      render: (_, it) => (
        <>
          <Evidence found={found(it.name)} />
          <Rule column={it} rule={ruleOf(found(it.name))} put={put} />
        </>
      ),
    },
    {
      title: t('catalogue.column.type'),
      width: 108,
      render: (_, it) => (
        <Select<ColumnType>
          size="small"
          className="full"
          aria-label={t('intake.typeOf', { column: it.name })}
          value={it.type}
          onChange={(type) => put({ ...it, type })}
          options={TYPES.map((value) => ({ value, label: t(`data.type.${value}`) }))}
        />
      ),
    },
    {
      title: t('data.class.label'),
      width: 132,
      render: (_, it) => (
        <Select<ColumnClass>
          size="small"
          className="full"
          aria-label={t('intake.classOf', { column: it.name })}
          value={it.columnClass}
          onChange={(columnClass) => put({ ...it, columnClass })}
          options={CLASSES.map((value) => ({ value, label: t(`data.class.${value}`) }))}
        />
      ),
    },
    {
      title: t('data.grade.label'),
      width: 170,
      render: (_, it) => (
        <>
          <Select<number>
            size="small"
            className="full"
            aria-label={t('intake.gradeOf', { column: it.name })}
            value={it.grade}
            onChange={(grade) => put({ ...it, grade })}
            options={[1, 2, 3, 4].map((value) => ({
              value,
              label: `L${value} ${t(`data.grade.${value}`)}`,
            }))}
          />
          {isLaxer(it, found(it.name)) && (
            <State tone="warn">{t('intake.laxer', { n: found(it.name).proposedGrade })}</State>
          )}
        </>
      ),
    },
    {
      title: t('intake.bounds'),
      width: 190,
      render: (_, it) =>
        NUMERIC.includes(it.type) ? <Bounds column={it} put={put} /> : t('common.none'),
    },
  ]
}

function Evidence({ found }: { found: DetectedColumn }) {
  const { t } = useTranslation()
  const { matching, checked } = found.evidence
  return (
    <>
      <b>{found.detector ? word('data.detector', found.detector) : t('data.detector.NONE')}</b>
      <div className="sub num">
        {checked > 0 &&
          t('intake.matching', {
            share: percent(matching / checked),
            matching: number(matching),
            checked: number(checked),
          })}
      </div>
      <div className="sub">
        {t('intake.proposed', {
          columnClass: t(`data.class.${found.proposedClass}`),
          grade: found.proposedGrade,
        })}
      </div>
    </>
  )
}

interface RuleProps {
  column: ConfirmedColumn
  rule?: string
  put: (column: ConfirmedColumn) => void
}

/** Whether rows with a value that fails the rule of what was recognised are returned. */
function Rule({ column, rule, put }: RuleProps) {
  const { t } = useTranslation()
  if (!rule) return null
  return (
    <Checkbox
      aria-label={t('intake.strictOf', { column: column.name })}
      checked={column.confirmed === rule}
      onChange={(event) => put(withRule(column, event.target.checked ? rule : undefined))}
    >
      {t('intake.strict')}
    </Checkbox>
  )
}

interface BoundsProps {
  column: ConfirmedColumn
  put: (column: ConfirmedColumn) => void
}

/** The least and greatest value that a sum counts, shown in the column's own unit. */
function Bounds({ column, put }: BoundsProps) {
  const { t } = useTranslation()
  const unit = 10 ** column.scale
  const shown = (value?: number | null) => (value == null ? null : value / unit)
  const kept = (value: number | null) => (value === null ? null : Math.round(value * unit))
  return (
    <span className="bounds">
      <InputNumber<number>
        size="small"
        controls={false}
        aria-label={t('intake.lowerOf', { column: column.name })}
        value={shown(column.lower)}
        onChange={(value) => put({ ...column, lower: kept(value) })}
      />
      <span>{t('intake.to')}</span>
      <InputNumber<number>
        size="small"
        controls={false}
        aria-label={t('intake.upperOf', { column: column.name })}
        value={shown(column.upper)}
        onChange={(value) => put({ ...column, upper: kept(value) })}
      />
    </span>
  )
}
