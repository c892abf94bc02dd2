import { LikeOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Breadcrumb, Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { catalogue } from '../../api/calls'
import { demands } from '../../api/demands'
import { useIs, useUser } from '../../api/session'
import type { Case, Demand, DemandMove } from '../../api/types'
import { date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'
import { AskCity } from '../coordination/AskCity'
import { MoveCard } from './MoveCard'

/** One demand: what is wanted, who answers, what came of it. */
export default function DemandPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const demand = useSuspenseQuery({
    queryKey: ['demands', id],
    queryFn: () => demands.read(id),
  }).data
  return (
    <Page
      title={demand.title}
      mark={<Stage stage={demand.stage} kind="DEMAND" />}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/demands">{t('menu.demands')}</Link> },
            { title: demand.number },
          ]}
        />
      }
      sub={
        <p className="meta">
          <code>{demand.number}</code>
          <span>{demand.poster.name}</span>
          <span>{date(demand.postedOn)}</span>
          {demand.caseId && <Link to={`/cases/${demand.caseId}`}>{t('demands.case')}</Link>}
        </p>
      }
      actions={
        <>
          <SupportButton demand={demand} />
          <CityButton demand={demand} />
        </>
      }
    >
      <div className="cols">
        <div className="col-m">
          <Wanted demand={demand} />
        </div>
        <aside className="col-s">
          <section className="card">
            <h2 className="h">{t('demands.answer')}</h2>
            <p>{demand.department?.name ?? t('demands.nobody')}</p>
            <p className="prose">{demand.answer || t('demands.noAnswer')}</p>
            {demand.resource && (
              <p>
                <Link to={`/catalogue/${demand.resource}`}>{demand.resourceTitle}</Link>
              </p>
            )}
          </section>
          {demand.open.length > 0 && (
            <Moves key={`${demand.id} ${demand.version}`} demand={demand} />
          )}
        </aside>
      </div>
    </Page>
  )
}

function Wanted({ demand }: { demand: Demand }) {
  const { t } = useTranslation()
  return (
    <section className="card">
      <dl className="kv">
        <div className="wide">
          <dt>{t('demands.scenario')}</dt>
          <dd className="prose">{demand.scenario}</dd>
        </div>
        <div className="wide">
          <dt>{t('demands.fields')}</dt>
          <dd>{demand.fields.join(t('data.comma'))}</dd>
        </div>
        <div className="wide">
          <dt>{t('demands.why')}</dt>
          <dd className="prose">{demand.why}</dd>
        </div>
      </dl>
    </section>
  )
}

function SupportButton({ demand }: { demand: Demand }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const support = useMutation({
    mutationFn: () => demands.support(demand.id),
    onSuccess: (after) => queries.setQueryData(['demands', demand.id], after),
  })
  if (!demand.maySupport) {
    return <span className="sub">{t('demands.supporters', { n: demand.supporters })}</span>
  }
  return (
    <Button
      icon={<LikeOutlined aria-hidden />}
      loading={support.isPending}
      onClick={() => support.mutate()}
    >
      {t('demands.support')} ({demand.supporters})
    </Button>
  )
}

/** What the district does not have may be the city's. */
function CityButton({ demand }: { demand: Demand }) {
  const { t } = useTranslation()
  const authority = useIs('AUTHORITY')
  const [open, setOpen] = useState(false)
  if (!authority || !demand.caseId || !['OPEN', 'WITH_SOURCE'].includes(demand.stage)) return null
  const file = { id: demand.caseId, title: demand.title, parties: [] as Case['parties'] }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('coordination.ask')}</Button>
      {open && <AskCity file={file} departments={[]} onClose={() => setOpen(false)} />}
    </>
  )
}

function Moves({ demand }: { demand: Demand }) {
  const { t } = useTranslation()
  const user = useUser()
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const [step, setStep] = useState(demand.open[0]!.step)
  const departments = useQuery({
    queryKey: ['demands', 'departments'],
    queryFn: demands.departments,
    enabled: step === 'ASSIGN',
    throwOnError: false,
  })
  const resources = useQuery({
    queryKey: ['catalogue', 'all'],
    queryFn: () => catalogue.search({ page: 0, size: 200 }),
    enabled: step === 'LINK',
    throwOnError: false,
  })
  const own = resources.data?.items.filter((it) => it.department.id === user.organisation.id)
  const options =
    step === 'ASSIGN'
      ? departments.data?.map((it) => ({ value: it.id, label: it.name }))
      : own?.map((it) => ({ value: it.id, label: it.title }))
  const choosing = step === 'ASSIGN' || step === 'LINK'
  return (
    <MoveCard
      name={`demand:${demand.id}`}
      moves={demand.open}
      step={step}
      onStep={(next) => {
        setStep(next)
        setChosen(undefined)
      }}
      ready={!choosing || Boolean(chosen)}
      cached={['demands', demand.id]}
      send={(opinion) =>
        demands.move(demand.id, {
          version: demand.version,
          step: step as DemandMove['step'],
          opinion,
          department: step === 'ASSIGN' ? chosen : undefined,
          resource: step === 'LINK' ? chosen : undefined,
        })
      }
    >
      {choosing && (
        <Select
          className="full"
          aria-label={t(step === 'ASSIGN' ? 'demands.department' : 'demands.resource')}
          placeholder={t(step === 'ASSIGN' ? 'demands.department' : 'demands.resource')}
          value={chosen}
          onChange={setChosen}
          options={options}
        />
      )}
    </MoveCard>
  )
}
