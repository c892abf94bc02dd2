import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Input, Select, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { fetchRemit, oversight } from '../../api/oversight'
import type { IncomeStatement, OversightCase } from '../../api/types'
import { word } from '../../i18n'
import { Empty } from '../../ui/Empty'
import { article, date, number } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'
import { Stage } from '../../ui/stages'

/** A regulator's own remit, and nothing else. Opening it is entered in the evidence. */
export default function OversightPage() {
  const { t } = useTranslation()
  const [kind, setKind] = useState('')
  const view = useSuspenseQuery({ queryKey: ['oversight'], queryFn: oversight.read }).data
  const scopeName = (it: (typeof view.scopes)[number]) =>
    it.sort === 'CASE'
      ? word('work.kind', it.value)
      : t(it.sort === 'INCOME' ? 'oversight.income' : 'oversight.accounts')
  const kinds = view.scopes.filter((it) => it.sort === 'CASE').map((it) => it.value)
  const cases = view.cases.filter((it) => !kind || it.kind === kind)
  return (
    <Page
      title={t('menu.oversight')}
      mark={<Tag>{t(`supervision.remit.${view.remit}`)}</Tag>}
      sub={t('oversight.intro')}
    >
      <div className="cols">
        <div className="col-m">
          <section>
            <div className="bar">
              <Select
                aria-label={t('oversight.kind')}
                value={kind}
                onChange={setKind}
                options={[
                  { value: '', label: t('oversight.all') },
                  ...kinds.map((value) => ({ value, label: word('work.kind', value) })),
                ]}
              />
            </div>
            <div className="card pad0">
              <Cases cases={cases} />
            </div>
          </section>
          {view.income.length > 0 && <Income statements={view.income} />}
        </div>
        <aside className="col-s">
          <section className="card">
            <h2 className="h">{t('oversight.scope')}</h2>
            <ul className="plainlist">
              {view.scopes.map((it) => (
                <li key={`${it.sort} ${it.value}`}>
                  {scopeName(it)}{' '}
                  <span className="sub">
                    {article(it.basis)}
                    {it.admitted && ` ${t('oversight.admitted')}`}
                  </span>
                </li>
              ))}
            </ul>
          </section>
          <Export />
        </aside>
      </div>
    </Page>
  )
}

function Cases({ cases }: { cases: OversightCase[] }) {
  const { t } = useTranslation()
  return (
    <Table<OversightCase>
      size="middle"
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      rowKey="id"
      scroll={{ x: 680 }}
      dataSource={cases}
      locale={{ emptyText: <Empty>{t('oversight.none')}</Empty> }}
      columns={[
        {
          title: t('oversight.case'),
          key: 'title',
          render: (_, it) => (
            <>
              <Link to={`/oversight/${it.id}`}>{it.title}</Link>
              <p className="sub">
                <code>{it.number}</code> {it.applicant.name}
              </p>
            </>
          ),
        },
        { title: t('oversight.kind'), key: 'kind', render: (_, it) => word('work.kind', it.kind) },
        {
          title: t('work.column.stage'),
          key: 'stage',
          render: (_, it) => <Stage stage={it.stage} kind={it.kind} />,
        },
        {
          title: t('oversight.since'),
          key: 'since',
          render: (_, it) => <span className="num">{date(it.startedOn)}</span>,
        },
      ]}
    />
  )
}

function Income({ statements }: { statements: IncomeStatement[] }) {
  const { t } = useTranslation()
  const money = (amount: number) => <span className="num">{number(amount)}</span>
  return (
    <section>
      <h2 className="h">{t('oversight.incomeYear')}</h2>
      <div className="card pad0">
        <Table<IncomeStatement>
          size="small"
          pagination={false}
          rowKey="processor"
          scroll={{ x: 520 }}
          dataSource={statements}
          columns={[
            { title: t('oversight.processor'), dataIndex: 'processor' },
            {
              title: t('oversight.revenue'),
              key: 'revenue',
              align: 'right',
              render: (_, it) => money(it.revenue),
            },
            {
              title: t('oversight.costs'),
              key: 'costs',
              align: 'right',
              render: (_, it) => money(it.costs),
            },
            {
              title: t('oversight.result'),
              key: 'result',
              align: 'right',
              render: (_, it) => money(it.result),
            },
          ]}
        />
      </div>
    </section>
  )
}

function Export() {
  const { t } = useTranslation()
  const [purpose, setPurpose] = useState('')
  const take = useMutation({
    mutationFn: () => fetchRemit(purpose),
    onSuccess: () => setPurpose(''),
  })
  return (
    <section className="card decide" aria-labelledby="export">
      <h2 className="h" id="export">
        {t('oversight.export')}
      </h2>
      <p className="sub">{t('oversight.exportNote')}</p>
      <Input
        aria-label={t('oversight.purpose')}
        placeholder={t('oversight.purpose')}
        maxLength={200}
        value={purpose}
        onChange={(event) => setPurpose(event.target.value)}
      />
      <ProblemAlert error={take.error} />
      <Button
        block
        type="primary"
        disabled={!purpose.trim()}
        loading={take.isPending}
        onClick={() => take.mutate()}
      >
        {t('oversight.export')}
      </Button>
    </section>
  )
}
