import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Breadcrumb, Button, Popconfirm, Table, Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { intake } from '../../api/calls'
import type { DictionaryColumn, Load, Resource } from '../../api/types'
import { word } from '../../i18n'
import { Empty } from '../../ui/Empty'
import { bytes, moment, number } from '../../ui/format'
import { Grade } from '../../ui/Grade'
import { Page } from '../../ui/Page'
import { State, type Tone } from '../../ui/State'
import { Stage } from '../../ui/stages'
import { DescriptionForm } from './DescriptionForm'
import { NewLoad } from './NewLoad'

/** One resource of the own department: load data, look at the columns, describe it, submit it. */
export default function ResourcePage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const resource = useSuspenseQuery({
    queryKey: ['resource', id],
    queryFn: () => intake.read(id),
  }).data
  return (
    <Page
      className="case"
      title={resource.title}
      mark={<Stage stage={resource.state} />}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/resources">{t('menu.resources')}</Link> },
            { title: resource.name },
          ]}
        />
      }
      sub={
        <p className="meta">
          <code>{resource.name}</code>
          <span>{resource.department.name}</span>
          <span>{t(`catalogue.cycle.${resource.updateCycle}`)}</span>
          {resource.dataVersion != null && (
            <span>{t('intake.dataVersion', { n: resource.dataVersion })}</span>
          )}
        </p>
      }
      actions={<ResourceActions resource={resource} />}
    >
      <div className="cols">
        <div className="card pad0 col-m">
          <Tabs
            className="case-tabs"
            items={[
              { key: 'loads', label: t('intake.loads'), children: <Loads resource={resource} /> },
              {
                key: 'columns',
                label: t('intake.columns', { n: resource.columns.length }),
                children: <Columns columns={resource.columns} />,
              },
              {
                key: 'description',
                label: t('intake.description'),
                children: <Description resource={resource} />,
              },
            ].map((tab) => ({ ...tab, children: <div className="pad">{tab.children}</div> }))}
          />
        </div>
        <aside className="col-s">
          <NewLoad resource={resource} />
        </aside>
      </div>
    </Page>
  )
}

function ResourceActions({ resource }: { resource: Resource }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const keep = useKeepResource(resource.id)
  const { message } = App.useApp()
  const onError = (error: Error) => void message.error(error.message)
  const submit = useMutation({
    mutationFn: () => intake.submit(resource.id),
    onError,
    onSuccess: (after) => {
      keep(after)
      void message.success(t('intake.submitted'))
    },
  })
  const withdraw = useMutation({
    mutationFn: () => intake.withdraw(resource.id),
    onError,
    onSuccess: keep,
  })
  return (
    <>
      {resource.publishedVersion != null && (
        <Button onClick={() => void navigate(`/catalogue/${resource.id}`)}>
          {t('intake.inCatalogue')}
        </Button>
      )}
      {resource.open.includes('WITHDRAW') && (
        <Popconfirm title={t('intake.confirmWithdraw')} onConfirm={() => withdraw.mutate()}>
          <Button danger loading={withdraw.isPending}>
            {t('intake.withdraw')}
          </Button>
        </Popconfirm>
      )}
      {resource.open.includes('SUBMIT') && (
        <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate()}>
          {t('intake.submit')}
        </Button>
      )}
    </>
  )
}

function useKeepResource(id: string) {
  const queries = useQueryClient()
  return (resource: Resource) => {
    queries.setQueryData(['resource', id], resource)
    void queries.invalidateQueries({ queryKey: ['resources'] })
  }
}

const LOAD_TONES: Record<Load['state'], Tone> = {
  WAITING: 'wait',
  RECEIVING: 'info',
  READING: 'info',
  STAGED: 'warn',
  LANDING: 'info',
  LANDED: 'ok',
  FAILED: 'err',
  DISCARDED: 'mute',
}

export function LoadState({ state }: { state: Load['state'] }) {
  return <State tone={LOAD_TONES[state]}>{word('intake.state', state)}</State>
}

function Loads({ resource }: { resource: Resource }) {
  const { t } = useTranslation()
  return (
    <Table<Load>
      rowKey="id"
      size="small"
      pagination={false}
      scroll={{ x: 640 }}
      dataSource={resource.loads}
      locale={{ emptyText: <Empty>{t('intake.noLoads')}</Empty> }}
      columns={[
        {
          title: t('intake.file'),
          render: (_, it) => (
            <>
              <Link to={`/loads/${it.id}`}>{it.fileName || it.format}</Link>
              <div className="sub num">
                {moment(it.at)} {it.progress.total > 0 && bytes(it.progress.total)}
              </div>
            </>
          ),
        },
        {
          title: t('work.column.stage'),
          width: 120,
          render: (_, it) => <LoadState state={it.state} />,
        },
        {
          title: t('intake.goodRows'),
          width: 120,
          align: 'right',
          render: (_, it) => <span className="num">{number(it.rows)}</span>,
        },
        {
          title: t('intake.badRows'),
          width: 110,
          align: 'right',
          render: (_, it) => <span className="num">{number(it.rejected)}</span>,
        },
      ]}
    />
  )
}

function Columns({ columns }: { columns: DictionaryColumn[] }) {
  const { t } = useTranslation()
  return (
    <Table<DictionaryColumn>
      rowKey="name"
      size="small"
      pagination={false}
      scroll={{ x: 640 }}
      dataSource={columns}
      locale={{ emptyText: <Empty>{t('intake.noColumns')}</Empty> }}
      columns={[
        {
          title: t('catalogue.column.column'),
          render: (_, it) => (
            <>
              <code>{it.name}</code>
              <div className="sub">{it.label}</div>
            </>
          ),
        },
        { title: t('catalogue.column.type'), render: (_, it) => t(`data.type.${it.type}`) },
        { title: t('data.class.label'), render: (_, it) => t(`data.class.${it.columnClass}`) },
        { title: t('data.grade.label'), render: (_, it) => <Grade grade={it.grade} /> },
        {
          title: t('catalogue.column.completeness'),
          align: 'right',
          render: (_, it) => (
            <span className="num">
              {it.completeness == null ? t('common.none') : `${it.completeness}%`}
            </span>
          ),
        },
      ]}
    />
  )
}

function Description({ resource }: { resource: Resource }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const keep = useKeepResource(resource.id)
  const save = useMutation({
    mutationFn: (form: Parameters<typeof intake.create>[0]) =>
      intake.save(resource.id, { ...form, version: resource.version }),
    onSuccess: (after) => {
      keep(after)
      void message.success(t('intake.saved'))
    },
  })
  return (
    <DescriptionForm
      key={resource.version}
      initial={resource}
      error={save.error}
      pending={save.isPending}
      submit={t('common.save')}
      onSubmit={save.mutate}
    />
  )
}
