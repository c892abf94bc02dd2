import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { reuse } from '../../api/scenarios'
import type { Application } from '../../api/types'
import { ProblemAlert } from '../../ui/Problem'
import { State } from '../../ui/State'
import { useKeepApplication } from './queries'
import type { Autosave } from './useAutosave'

/** What has changed since the application from which this one was filled in. */
export function ChangesSince({ application }: { application: Application }) {
  const { t } = useTranslation()
  const changes = useSuspenseQuery({
    queryKey: ['application', application.id, 'changes'],
    queryFn: () => reuse.changes(application.id),
  }).data
  if (!application.basedOn) return null
  return (
    <Alert
      type={changes.length > 0 ? 'warning' : 'info'}
      showIcon
      className="problem"
      title={t(changes.length > 0 ? 'authorisation.reuse.changed' : 'authorisation.reuse.same')}
      description={
        changes.length > 0 && (
          <ul>
            {changes.map((it) => (
              <li key={`${it.resource} ${it.kind} ${it.field}`}>
                {t(`authorisation.reuse.kind.${it.kind}`, { title: it.title, field: it.field })}
              </li>
            ))}
          </ul>
        )
      }
    />
  )
}

interface FastLaneProps {
  application: Application
  autosave: Autosave
  /** The form is drawn anew with what the lane has filled in. */
  onChanged: () => void
}

/** The conditions of the fast lane, each met or not; the decision stays with all who decide. */
export function FastLane({ application, autosave, onChanged }: FastLaneProps) {
  const { t } = useTranslation()
  const keep = useKeepApplication()
  const lane = useSuspenseQuery({
    queryKey: ['application', application.id, 'fast-lane', application.version],
    queryFn: () => reuse.lane(application.id),
  }).data
  const set = useMutation({
    mutationFn: async () => {
      const { version } = await autosave.flush()
      return reuse.setLane(application.id, version, !application.fast)
    },
    onSuccess: (after) => {
      keep(after)
      onChanged()
    },
  })
  if (!lane.earlier && !application.fast) return null
  return (
    <section className="card" aria-labelledby="fast-lane">
      <h2 className="h" id="fast-lane">
        {t('authorisation.fast.title')}
      </h2>
      <p className="sub">
        {t('authorisation.fast.intro')} {lane.earlierNumber && <code>{lane.earlierNumber}</code>}
      </p>
      <ul className="plainlist">
        {lane.conditions.map((it) => (
          <li key={it.condition}>
            <State tone={it.met ? 'ok' : 'mute'}>
              {t(it.met ? 'authorisation.fast.met' : 'authorisation.fast.unmet')}
            </State>{' '}
            {t(`authorisation.fast.condition.${it.condition}`, { n: it.figure })}
          </li>
        ))}
      </ul>
      <ProblemAlert error={set.error} />
      <Button
        block
        disabled={!lane.met && !application.fast}
        loading={set.isPending}
        onClick={() => set.mutate()}
      >
        {t(application.fast ? 'authorisation.fast.leave' : 'authorisation.fast.take')}
      </Button>
    </section>
  )
}
