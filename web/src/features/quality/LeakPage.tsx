import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Breadcrumb, Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { quality } from '../../api/market'
import type { Leak } from '../../api/types'
import { date } from '../../ui/format'
import { MoveCard } from '../../ui/MoveCard'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'

/** One leak: what was reported, whose use is stopped, what the trace says, what was found. */
export default function LeakPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const leak = useSuspenseQuery({ queryKey: ['leak', id], queryFn: () => quality.leak(id) }).data
  const told = [
    [t('quality.what'), leak.what],
    [t('quality.suspect'), leak.suspect?.name],
    [
      t('quality.stopped'),
      leak.stopped.length > 0 && t('quality.stoppedN', { n: leak.stopped.length }),
    ],
    [t('quality.trace'), leak.trace],
    [t('quality.finding'), leak.finding],
  ] as const
  return (
    <Page
      className="case"
      title={t('quality.leakTitle')}
      mark={<Stage stage={leak.stage} kind="LEAK" />}
      above={
        <Breadcrumb
          items={[{ title: <Link to="/leaks">{t('menu.leaks')}</Link> }, { title: leak.number }]}
        />
      }
      sub={
        <p className="meta">
          <code>{leak.number}</code>
          <span>{t('quality.by', { who: leak.reporter.name })}</span>
          <span className="num">{date(leak.reportedOn)}</span>
        </p>
      }
      actions={
        <Button onClick={() => void navigate(`/cases/${leak.caseId}`)}>
          {t('agreement.toCase')}
        </Button>
      }
    >
      <div className="cols">
        <div className="col-m">
          {told.map(
            ([title, text]) =>
              text && (
                <section className="card" key={title}>
                  <h2 className="h">{title}</h2>
                  <p className="prose">{text}</p>
                </section>
              ),
          )}
        </div>
        <aside className="col-s">
          <Moves key={leak.version} leak={leak} />
        </aside>
      </div>
    </Page>
  )
}

function Moves({ leak }: { leak: Leak }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [suspect, setSuspect] = useState<string>()
  const asksWhom = (step: string) => step === 'STOP' && !leak.suspect
  const send = useMutation({
    mutationFn: (move: { step: string; opinion: string }) =>
      quality.moveLeak(leak.id, {
        ...move,
        version: leak.version,
        suspect: asksWhom(move.step) ? suspect : null,
      }),
    onSuccess: (after) => {
      queries.setQueryData(['leak', leak.id], after)
      for (const key of ['leaks', 'tasks', 'case', 'workspaces']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
      void message.success(t('authorisation.sent'))
    },
  })
  return (
    <MoveCard
      open={leak.open}
      waiting={t('quality.leakWaiting')}
      error={send.error}
      pending={send.isPending}
      more={(step) => (
        <>
          {asksWhom(step) && <SuspectSelect value={suspect} onChange={setSuspect} />}
          {step === 'TRACE' && <p className="prose">{t('quality.traceNote')}</p>}
        </>
      )}
      lacks={(step) => asksWhom(step) && !suspect}
      onSend={send.mutate}
    />
  )
}

function SuspectSelect(props: { value?: string; onChange: (id: string) => void }) {
  const { t } = useTranslation()
  const suspects = useQuery({
    queryKey: ['suspects'],
    queryFn: quality.suspects,
    throwOnError: false,
  })
  return (
    <Select
      className="full"
      aria-label={t('quality.suspect')}
      placeholder={t('quality.suspect')}
      loading={suspects.isPending}
      value={props.value}
      onChange={props.onChange}
      options={suspects.data?.map((it) => ({ value: it.id, label: it.name }))}
    />
  )
}
