import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Alert, Breadcrumb, Progress, Steps } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { intake } from '../../api/calls'
import type { Load } from '../../api/types'
import { bytes, number } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ConfirmColumns } from './ConfirmColumns'
import { LoadActions } from './LoadActions'
import { LoadState } from './ResourcePage'

const POLL_MS = 1000
const MOVING: Load['state'][] = ['WAITING', 'RECEIVING', 'READING', 'LANDING']
const STEPS: Load['state'][][] = [
  ['WAITING', 'RECEIVING'],
  ['READING'],
  ['STAGED'],
  ['LANDING', 'LANDED'],
]

/** One load, from its arrival to the landed version. */
export default function LoadPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const load = useLoad(id)
  const resource = useSuspenseQuery({
    queryKey: ['resource', load.resource],
    queryFn: () => intake.read(load.resource),
  }).data
  const at = STEPS.findIndex((states) => states.includes(load.state))
  return (
    <Page
      className="case"
      title={t('intake.loadOf', { title: resource.title })}
      mark={<LoadState state={load.state} />}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/resources">{t('menu.resources')}</Link> },
            { title: <Link to={`/resources/${resource.id}`}>{resource.title}</Link> },
            { title: load.fileName },
          ]}
        />
      }
      sub={
        <p className="meta">
          <span>{load.fileName}</span>
          <span>{t('intake.rowsRead', { n: number(load.rows || load.progress.rows) })}</span>
          {load.rejected > 0 && <span>{t('intake.rowsBad', { n: number(load.rejected) })}</span>}
        </p>
      }
      actions={<LoadActions load={load} />}
    >
      <div className="card steps">
        <Steps
          size="small"
          current={at < 0 ? 0 : load.state === 'LANDED' ? STEPS.length : at}
          status={load.state === 'FAILED' ? 'error' : undefined}
          items={['receive', 'read', 'confirm', 'land'].map((step) => ({
            title: t(`intake.step.${step}`),
          }))}
        />
      </div>
      {load.problem && (
        <Alert
          type="error"
          showIcon
          role="alert"
          className="problem"
          title={t(load.state === 'STAGED' ? 'intake.landFailed' : 'intake.failed')}
          description={load.problem.detail}
        />
      )}
      {MOVING.includes(load.state) && <Moving load={load} />}
      {load.state === 'STAGED' && <ConfirmColumns load={load} resource={resource} />}
      {load.state === 'LANDED' && (
        <Alert
          type="success"
          showIcon
          title={t('intake.landed', { n: number(load.rows), version: load.dataVersion })}
          description={<Link to={`/resources/${resource.id}`}>{t('intake.goOn')}</Link>}
        />
      )}
    </Page>
  )
}

function useLoad(id: string): Load {
  const queries = useQueryClient()
  const load = useSuspenseQuery({
    queryKey: ['load', id],
    queryFn: () => intake.load(id),
    refetchInterval: (query) =>
      query.state.data && MOVING.includes(query.state.data.state) ? POLL_MS : false,
  }).data
  const { state, resource } = load
  useEffect(() => {
    if (state === 'LANDED') void queries.invalidateQueries({ queryKey: ['resource', resource] })
  }, [state, resource, queries])
  return load
}

function Moving({ load }: { load: Load }) {
  const { t } = useTranslation()
  const { bytes: done, total, rows } = load.progress
  return (
    <section className="card" aria-live="polite">
      <h2 className="h">{t(`intake.moving.${load.state}`)}</h2>
      <Progress
        percent={total > 0 ? Math.min(99, Math.floor((done / total) * 100)) : 0}
        status="active"
        showInfo={total > 0}
        aria-label={t(`intake.moving.${load.state}`)}
      />
      <p className="sub num">
        {bytes(done)}
        {total > 0 && ` / ${bytes(total)}`} {t('intake.rowsRead', { n: number(rows) })}
      </p>
      <p className="sub">{t('intake.mayLeave')}</p>
    </section>
  )
}
