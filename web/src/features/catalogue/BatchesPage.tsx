import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Form, Input, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { catalogue } from '../../api/calls'
import { useIs } from '../../api/session'
import type { Batch, Resource } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { moment, number } from '../../ui/format'
import { Grade, highest } from '../../ui/Grade'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'

/** The authority publishes what the departments have submitted, in batches. */
export default function BatchesPage() {
  const { t } = useTranslation()
  const mayPublish = useIs('AUTHORITY')
  return (
    <Page title={t('menu.batches')} sub={t('catalogue.batch.intro')}>
      {mayPublish && <Candidates />}
      <Published />
    </Page>
  )
}

function Candidates() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const candidates = useSuspenseQuery({
    queryKey: ['batches', 'candidates'],
    queryFn: catalogue.candidates,
  }).data
  const [chosen, setChosen] = useState<string[]>(() => candidates.map((it) => it.id))
  const publish = useMutation({
    mutationFn: ({ title }: { title: string }) => catalogue.publish(title, chosen),
    onSuccess: (batch) => {
      setChosen([])
      void message.success(t('catalogue.batch.done', { n: batch.items.length }))
      void queries.invalidateQueries({ queryKey: ['batches'] })
      void queries.invalidateQueries({ queryKey: ['catalogue'] })
    },
  })
  return (
    <section className="card">
      <h2 className="h">
        {t('catalogue.batch.candidates')}{' '}
        <small>{t('common.total', { n: candidates.length })}</small>
      </h2>
      <Table<Resource>
        size="middle"
        rowKey="id"
        pagination={false}
        className="x-scroll"
        dataSource={candidates}
        locale={{ emptyText: <Empty>{t('catalogue.batch.none')}</Empty> }}
        rowSelection={{
          selectedRowKeys: chosen,
          onChange: (keys) => setChosen(keys.map(String)),
          getCheckboxProps: (it) => ({ 'aria-label': it.title }) as object,
          getTitleCheckboxProps: () => ({ 'aria-label': t('common.selectAll') }) as object,
        }}
        columns={[
          {
            title: t('intake.resource'),
            render: (_, it) => (
              <>
                {it.title}
                <div className="sub">
                  <code>{it.name}</code>
                </div>
              </>
            ),
          },
          { title: t('catalogue.about.department'), render: (_, it) => it.department.name },
          {
            title: t('data.grade.label'),
            render: (_, it) => <Grade grade={highest(it.columns)} />,
          },
          {
            title: t('catalogue.about.rowsLabel'),
            align: 'right',
            render: (_, it) => <span className="num">{number(it.rows)}</span>,
          },
          {
            title: t('catalogue.quality'),
            align: 'right',
            render: (_, it) => <span className="num">{it.quality?.score ?? t('common.none')}</span>,
          },
        ]}
      />
      <Form layout="inline" className="publish" onFinish={publish.mutate}>
        <Form.Item
          name="title"
          label={t('catalogue.batch.title')}
          rules={[{ required: true, message: t('catalogue.batch.titleMissing') }]}
        >
          <Input className="wide-input" placeholder={t('catalogue.batch.titleHint')} />
        </Form.Item>
        <Button
          type="primary"
          htmlType="submit"
          disabled={chosen.length === 0}
          loading={publish.isPending}
        >
          {t('catalogue.batch.publish', { n: chosen.length })}
        </Button>
      </Form>
      <ProblemAlert error={publish.error} />
    </section>
  )
}

function Published() {
  const { t } = useTranslation()
  const batches = useSuspenseQuery({ queryKey: ['batches'], queryFn: catalogue.batches }).data
  return (
    <section className="card">
      <h2 className="h">{t('catalogue.batch.published')}</h2>
      {batches.length === 0 && <Empty>{t('catalogue.batch.nonePublished')}</Empty>}
      <ul className="batches">
        {batches.map((batch) => (
          <li key={batch.id}>
            <b>{batch.title}</b>
            <span className="sub">
              <code>{batch.number}</code> {moment(batch.publishedAt)} {batch.personName}
            </span>
            <dl>
              {byDepartment(batch).map(([department, titles]) => (
                <div key={department}>
                  <dt>{department}</dt>
                  <dd>{titles.join(t('data.comma'))}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}

function byDepartment(batch: Batch): [string, string[]][] {
  const departments = new Map<string, string[]>()
  for (const { departmentName, title } of batch.items) {
    departments.set(departmentName, [...(departments.get(departmentName) ?? []), title])
  }
  return [...departments]
}
