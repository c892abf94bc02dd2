import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rights } from '../../api/rights'
import type { OwnScenario } from '../../api/types'
import { date } from '../../ui/format'
import { PlainProblem } from '../../ui/PlainProblem'
import { useAct } from './queries'
import { Proven, RightsLayout } from './RightsLayout'

/** Giving an authorisation is one press, and so is taking it back (PIPL art. 15). */
export default function AuthorisationsPage() {
  const { t } = useTranslation()
  return (
    <RightsLayout title={t('rights.service.authorisations.name')}>
      <Proven>
        <p className="sub">{t('rights.authoriseText')}</p>
        <Scenarios />
        <Earlier />
      </Proven>
    </RightsLayout>
  )
}

function Scenarios() {
  const { t } = useTranslation()
  const { data } = useQuery({ queryKey: ['rights', 'scenarios'], queryFn: rights.scenarios })
  if (!data) return <p role="status">{t('rights.looking')}</p>
  return (
    <>
      {data.length === 0 && <p className="note">{t('rights.noScenarios')}</p>}
      {data.map((it) => (
        <Scenario key={it.workspace} scenario={it} />
      ))}
    </>
  )
}

function Scenario({ scenario }: { scenario: OwnScenario }) {
  const { t } = useTranslation()
  const given = scenario.authorisation
  return (
    <section className="own" aria-labelledby={scenario.workspace}>
      <h2 id={scenario.workspace}>{scenario.partnerName}</h2>
      <dl>
        <dt>{t('rights.scenario')}</dt>
        <dd>{scenario.scenario}</dd>
        <dt>{t('rights.usedData')}</dt>
        <dd>{scenario.titles.join(t('rights.comma'))}</dd>
        <dt>{t('rights.ground')}</dt>
        <dd>{t(scenario.onConsent ? 'rights.onConsent' : 'rights.deidentified')}</dd>
        <dt>{t('rights.agreementUntil')}</dt>
        <dd>{date(scenario.until)}</dd>
      </dl>
      {given ? (
        <Given id={given.id} until={given.until} />
      ) : (
        <Give workspace={scenario.workspace} until={scenario.until} />
      )}
    </section>
  )
}

function Give({ workspace, until }: { workspace: string; until: string }) {
  const { t } = useTranslation()
  const [day, setDay] = useState(until)
  const give = useAct(() => rights.authorise(workspace, day))
  return (
    <>
      <label className="term">
        {t('rights.until')}
        <input
          type="date"
          value={day}
          max={until}
          onChange={(event) => setDay(event.target.value)}
        />
      </label>
      {give.error && <PlainProblem error={give.error} />}
      <button
        type="button"
        className="btn big"
        disabled={give.isPending || !day}
        onClick={() => give.mutate(undefined)}
      >
        {t('rights.authorise')}
      </button>
    </>
  )
}

function Given({ id, until }: { id: string; until: string }) {
  const { t } = useTranslation()
  const withdraw = useAct(() => rights.withdraw(id))
  return (
    <>
      <p className="given">{t('rights.given', { day: date(until) })}</p>
      {withdraw.error && <PlainProblem error={withdraw.error} />}
      <button
        type="button"
        className="btn ghost big"
        disabled={withdraw.isPending}
        onClick={() => withdraw.mutate(undefined)}
      >
        {t('rights.withdraw')}
      </button>
      <p className="sub">{t('rights.withdrawText')}</p>
    </>
  )
}

function Earlier() {
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['rights', 'authorisations'],
    queryFn: rights.authorisations,
  })
  const ended = data?.filter((it) => it.endedAt) ?? []
  if (ended.length === 0) return null
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{t('rights.earlier')}</h2>
      <ul className="p-own">
        {ended.map((it) => (
          <li key={it.id}>
            <b>{it.partnerName}</b>
            <span>{it.scenario}</span>
            <small>
              {date(it.givenAt)} – {it.endedAt && date(it.endedAt)} ·{' '}
              {t(`rights.ended.${it.endedBy}`)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
