import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ApplicationItem, ItemColumn, Scenario } from '../../api/types'
import { date, moment } from '../../ui/format'
import { Grade } from '../../ui/Grade'
import { State } from '../../ui/State'

const SCENARIO_PARTS = [
  'purpose',
  'users',
  'outputs',
  'method',
  'frequency',
  'benefit',
  'risk',
] as const

/** What the data are wanted for. */
export function ScenarioText({ scenario }: { scenario: Scenario }) {
  const { t } = useTranslation()
  return (
    <section>
      <h2>{t('authorisation.scenario')}</h2>
      <dl className="kv">
        <div>
          <dt>{t('authorisation.field.kind')}</dt>
          <dd>{scenario.kind ? t(`authorisation.kind.${scenario.kind}`) : t('common.notGiven')}</dd>
        </div>
        <div>
          <dt>{t('authorisation.field.until')}</dt>
          <dd>{scenario.until ? date(scenario.until) : t('common.notGiven')}</dd>
        </div>
        <div>
          <dt>{t('authorisation.field.call')}</dt>
          <dd>{scenario.call ? t(`authorisation.call.${scenario.call}`) : t('common.notGiven')}</dd>
        </div>
        {SCENARIO_PARTS.map((part) => (
          <div key={part} className="wide">
            <dt>{t(`authorisation.field.${part}`)}</dt>
            <dd>{scenario[part] || t('common.notGiven')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Which columns are asked for, and what their departments have decided. */
export function DataList({ items }: { items: ApplicationItem[] }) {
  const { t } = useTranslation()
  const columns = items.reduce((sum, item) => sum + item.columns.length, 0)
  return (
    <section>
      <h2>
        {t('authorisation.dataList')}{' '}
        <small>{t('authorisation.listSize', { tables: items.length, columns })}</small>
      </h2>
      {items.map((item) => (
        <ItemTable key={item.resource} item={item} />
      ))}
    </section>
  )
}

function ItemTable({ item }: { item: ApplicationItem }) {
  const { t } = useTranslation()
  return (
    <section className="item">
      <div className="row-sb">
        <h3>
          {item.title} <small>{item.department.name}</small>
        </h3>
        <DecisionState item={item} />
      </div>
      {item.necessity && (
        <p className="prose">
          <span className="sub">{t('authorisation.necessity')}</span> {item.necessity}
        </p>
      )}
      <Table<ItemColumn>
        size="small"
        rowKey="name"
        pagination={false}
        scroll={{ x: 520 }}
        dataSource={item.columns}
        columns={[
          {
            title: t('catalogue.column.column'),
            render: (_, it) => (
              <span className={refused(item, it) ? 'dropped' : ''}>
                <code>{it.name}</code>
                <div className="sub">{it.label}</div>
                {it.reason && <div className="sub">{it.reason}</div>}
              </span>
            ),
          },
          {
            title: t('data.grade.label'),
            width: 110,
            render: (_, it) => <Grade grade={it.grade} />,
          },
          {
            title: t('data.class.label'),
            width: 110,
            render: (_, it) => t(`data.class.${it.columnClass}`),
          },
          {
            title: t('authorisation.handling'),
            width: 150,
            render: (_, it) =>
              refused(item, it)
                ? t('authorisation.dropped')
                : t(`data.mask.${it.mask ?? item.decision?.masks[it.name] ?? 'NONE'}`),
          },
        ]}
      />
      <DecisionNote item={item} />
    </section>
  )
}

const refused = (item: ApplicationItem, column: ItemColumn) =>
  item.decision?.consent === false || item.decision?.dropColumns.includes(column.name) === true

function DecisionState({ item }: { item: ApplicationItem }) {
  const { t } = useTranslation()
  if (!item.decision) return <State tone="wait">{t('authorisation.undecided')}</State>
  return item.decision.consent ? (
    <State tone="ok">{t('authorisation.consented')}</State>
  ) : (
    <State tone="err">{t('authorisation.refused')}</State>
  )
}

function DecisionNote({ item }: { item: ApplicationItem }) {
  const { t } = useTranslation()
  const { decision } = item
  if (!decision) return null
  return (
    <p className="decision">
      {decision.opinion && <q>{decision.opinion}</q>}{' '}
      {decision.until && <b>{t('authorisation.untilDay', { date: date(decision.until) })}</b>}{' '}
      <span className="sub">
        {decision.by} {moment(decision.at)}
      </span>
    </p>
  )
}
