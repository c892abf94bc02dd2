import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { rights } from '../../api/rights'
import type { OwnData } from '../../api/types'
import { date } from '../../ui/format'
import { PlainProblem } from '../../ui/PlainProblem'
import { useAct } from './queries'
import { Proven, RightsLayout } from './RightsLayout'

/** Which departments hold which data about the person; from here a copy is asked for and an objection made. */
export default function OwnDataPage() {
  const { t } = useTranslation()
  return (
    <RightsLayout title={t('rights.service.data.name')}>
      <Proven>
        <Held />
      </Proven>
    </RightsLayout>
  )
}

function Held() {
  const { t } = useTranslation()
  const { data, error } = useQuery({
    queryKey: ['rights', 'data'],
    queryFn: rights.data,
    throwOnError: false,
    // Each look is on record: coming back to the window is none.
    refetchOnWindowFocus: false,
  })
  if (error) return <PlainProblem error={error} />
  if (!data) return <p role="status">{t('rights.looking')}</p>
  return (
    <>
      <p className="sub">{t('rights.ownOnly')}</p>
      {data.length === 0 && <p className="note">{t('rights.nothingHeld')}</p>}
      {data.map((it) => (
        <OneResource key={it.resource} held={it} />
      ))}
      <p className="sub">{t('rights.household')}</p>
    </>
  )
}

function OneResource({ held }: { held: OwnData }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [objecting, setObjecting] = useState(false)
  const copy = useAct(
    () => rights.ask({ kind: 'COPY', resource: held.resource }),
    (made) => void navigate(`/rights/requests/${made.id}`),
  )
  return (
    <section className="own" aria-labelledby={held.resource}>
      <h2 id={held.resource}>{held.title}</h2>
      <dl>
        <dt>{t('rights.department')}</dt>
        <dd>{held.departmentName}</dd>
        <dt>{t('rights.rows')}</dt>
        <dd>{t('rights.rowsOf', { n: held.rows, count: held.rows })}</dd>
        <dt>{t('rights.fields')}</dt>
        <dd>{held.fields.join(t('rights.comma'))}</dd>
        <dt>{t('rights.since')}</dt>
        <dd>{t('rights.sinceAt', { since: date(held.since), at: date(held.at) })}</dd>
      </dl>
      {copy.error && <PlainProblem error={copy.error} />}
      <div className="acts">
        <button
          type="button"
          className="btn big"
          disabled={copy.isPending}
          onClick={() => copy.mutate(undefined)}
        >
          {t('rights.askCopy')}
        </button>
        <button
          type="button"
          className="btn ghost big"
          aria-expanded={objecting}
          onClick={() => setObjecting(!objecting)}
        >
          {t('rights.object')}
        </button>
      </div>
      {objecting && <Objection held={held} />}
    </section>
  )
}

function Objection({ held }: { held: OwnData }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const send = useAct(rights.ask, (made) => void navigate(`/rights/requests/${made.id}`))
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    send.mutate({
      kind: 'OBJECTION',
      resource: held.resource,
      wish: String(form.get('wish')),
      fields: form.getAll('fields').map(String),
      reason: String(form.get('reason')),
    })
  }
  return (
    <form className="frm" onSubmit={onSubmit}>
      <fieldset>
        <legend>{t('rights.wish')}</legend>
        {['CORRECT', 'DELETE'].map((wish) => (
          <label key={wish}>
            <input type="radio" name="wish" value={wish} defaultChecked={wish === 'CORRECT'} />
            {t(`rights.wishOf.${wish}`)}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('rights.whichFields')}</legend>
        {held.fields.map((field) => (
          <label key={field}>
            <input type="checkbox" name="fields" value={field} />
            {field}
          </label>
        ))}
      </fieldset>
      <label htmlFor={`reason-${held.resource}`}>{t('rights.reason')}</label>
      <textarea id={`reason-${held.resource}`} name="reason" rows={4} maxLength={1000} required />
      <p className="sub">{t('rights.reasonHint')}</p>
      {send.error && <PlainProblem error={send.error} />}
      <button type="submit" className="btn big" disabled={send.isPending}>
        {t('rights.send')}
      </button>
    </form>
  )
}
