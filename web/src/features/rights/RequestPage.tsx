import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { work } from '../../api/calls'
import { rights } from '../../api/rights'
import type { RightsRequest } from '../../api/types'
import { word } from '../../i18n'
import { date, day, moment } from '../../ui/format'
import { PlainProblem } from '../../ui/PlainProblem'
import { stageWord } from '../../ui/stages'
import { useAct } from './queries'
import { Proven, RightsLayout } from './RightsLayout'

/** One request: where it stands, by when it is answered, and what can be done. */
export default function RequestPage() {
  const { t } = useTranslation()
  return (
    <RightsLayout title={t('rights.request')}>
      <Proven>
        <Request />
      </Proven>
    </RightsLayout>
  )
}

function Request() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const { data, error } = useQuery({
    queryKey: ['rights', 'request', id],
    queryFn: () => rights.request(id),
    throwOnError: false,
  })
  if (error) return <PlainProblem error={error} />
  if (!data) return <p role="status">{t('common.loading')}</p>
  return (
    <>
      <section className="own">
        <h2>
          {t(`work.kind.${data.kind}`)} {data.title || data.departmentName}
        </h2>
        <dl>
          <dt>{t('work.column.stage')}</dt>
          <dd className="stage">{stageWord(data.stage, data.kind)}</dd>
          <dt>{t('rights.number')}</dt>
          <dd>
            {data.number} · {date(data.at)}
          </dd>
          <dt>{t('rights.department')}</dt>
          <dd>{data.departmentName}</dd>
          {data.reason && (
            <>
              <dt>{t('rights.yourWords')}</dt>
              <dd>{data.reason}</dd>
            </>
          )}
          {data.answer && (
            <>
              <dt>{t('rights.answer')}</dt>
              <dd>{data.answer}</dd>
            </>
          )}
          {data.outcome && (
            <>
              <dt>{t('rights.outcome')}</dt>
              <dd>
                {data.outcome.after === 0
                  ? t('rights.outcomeDeleted', {
                      n: data.outcome.before,
                      count: data.outcome.before,
                    })
                  : t('rights.outcomeChanged', {
                      columns: data.outcome.columns.join(t('rights.comma')),
                    })}
              </dd>
            </>
          )}
        </dl>
        <Fetch request={data} />
        <Withdraw request={data} />
      </section>
      <Remedies request={data} />
      <Course caseId={data.caseId} />
    </>
  )
}

/** The file goes from the enclave to the person's browser and not through the platform. */
function Fetch({ request }: { request: RightsRequest }) {
  const { t } = useTranslation()
  const ticket = useAct(
    () => rights.ticket(request.id),
    (given) => location.assign(given.url),
  )
  if (!request.mayFetch) return null
  return (
    <>
      {ticket.error && <PlainProblem error={ticket.error} />}
      <button
        type="button"
        className="btn big"
        disabled={ticket.isPending}
        onClick={() => ticket.mutate(undefined)}
      >
        {t('rights.fetch')}
      </button>
      <p className="sub">{t('rights.fetchText')}</p>
    </>
  )
}

function Withdraw({ request }: { request: RightsRequest }) {
  const { t } = useTranslation()
  const withdraw = useAct(() =>
    rights.move(request.id, { version: request.version, step: 'WITHDRAW' }),
  )
  if (!request.open.some((move) => move.step === 'WITHDRAW')) return null
  return (
    <>
      {withdraw.error && <PlainProblem error={withdraw.error} />}
      <button
        type="button"
        className="btn ghost big"
        disabled={withdraw.isPending}
        onClick={() => withdraw.mutate(undefined)}
      >
        {t('rights.takeBack')}
      </button>
    </>
  )
}

function Remedies({ request }: { request: RightsRequest }) {
  const { t } = useTranslation()
  if (request.remedies.length === 0) return null
  return (
    <section className="note">
      <b>{t('rights.openInstead')}</b>
      <ul>
        {request.remedies.map((remedy) => (
          <li key={remedy}>
            {remedy === 'COMPLAINT' ? (
              <Link to={`/rights/complaint?department=${request.department}`}>
                {t('rights.remedy.COMPLAINT')}
              </Link>
            ) : (
              t(`rights.remedy.${remedy}`)
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Course({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['rights', 'case', caseId],
    queryFn: () => work.case(caseId),
  })
  const waiting = data?.tasks.find((task) => !task.done)
  return (
    <section aria-labelledby="course">
      <h2 id="course">{t('rights.course')}</h2>
      {waiting?.clock && (
        <p className="note">
          {t('rights.waiting', { who: waiting.organisation.name, day: day(waiting.clock.due) })}
        </p>
      )}
      <ol className="p-own">
        {data?.acts.map((act) => (
          <li key={`${act.at} ${act.step}`}>
            <b>{word('work.step', act.step)}</b>
            <span>{act.organisation}</span>
            {act.opinion && <span>{act.opinion}</span>}
            <small>{moment(act.at)}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}
