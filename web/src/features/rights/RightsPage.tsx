import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { rights } from '../../api/rights'
import { date } from '../../ui/format'
import { PlainProblem } from '../../ui/PlainProblem'
import { ArrowIcon } from '../../ui/plain'
import { stageWord } from '../../ui/stages'
import { useAct, useStanding } from './queries'
import { RightsLayout } from './RightsLayout'

const SERVICES = ['data', 'uses', 'authorisations', 'complaint'] as const

/** What a person whom the data are about can do here, and how far what they asked for is. */
export default function RightsPage() {
  const { t } = useTranslation()
  const { data } = useStanding()
  return (
    <RightsLayout title={t('rights.title')}>
      <p className="lead">{t('rights.intro')}</p>
      {data && !data.identity && <ProveIdentity provider={data.provider ?? null} />}
      {data?.identity && (
        <>
          <p className="proven">
            <b>{t(`rights.proven.${data.identity.subjectKind}`)}</b>{' '}
            {t('rights.provenAt', { day: date(data.identity.provenAt) })}
            <small>{t('rights.tokenOnly')}</small>
          </p>
          <ul className="p-svc">
            {SERVICES.map((service) => (
              <li key={service}>
                <Link to={`/rights/${service}`}>
                  <b>
                    {t(`rights.service.${service}.name`)} <ArrowIcon />
                  </b>
                  <span>{t(`rights.service.${service}.text`)}</span>
                  <small>{t(`rights.service.${service}.note`)}</small>
                </Link>
              </li>
            ))}
          </ul>
          <OwnRequests />
        </>
      )}
    </RightsLayout>
  )
}

/** The provider of the demonstration says so of itself: nobody shall take it for a real proof. */
function ProveIdentity({ provider }: { provider: string | null }) {
  const { t } = useTranslation()
  const prove = useAct(async () => {
    if (provider === 'openid') location.assign((await rights.visitProvider()).url)
    else await rights.prove()
  })
  return (
    <section className="own" aria-labelledby="prove">
      <h2 id="prove">{t('rights.prove')}</h2>
      <p>{t('rights.proveWhy')}</p>
      {provider === 'demonstration' && <p className="note">{t('rights.proveDemonstration')}</p>}
      {prove.error && <PlainProblem error={prove.error} />}
      {provider ? (
        <button
          type="button"
          className="btn big"
          disabled={prove.isPending}
          onClick={() => prove.mutate(undefined)}
        >
          {t(provider === 'openid' ? 'rights.proveThere' : 'rights.proveNow')}
        </button>
      ) : (
        <p className="note">{t('rights.proveNobody')}</p>
      )}
    </section>
  )
}

function OwnRequests() {
  const { t } = useTranslation()
  const { data } = useQuery({ queryKey: ['rights', 'requests'], queryFn: () => rights.requests(0) })
  return (
    <section aria-labelledby="requests">
      <h2 id="requests">{t('rights.requests')}</h2>
      {data?.items.length === 0 && <p className="sub">{t('rights.noRequests')}</p>}
      <ul className="p-own">
        {data?.items.map((it) => (
          <li key={it.id}>
            <Link to={`/rights/requests/${it.id}`}>
              <b>
                {t(`work.kind.${it.kind}`)} {it.title || it.departmentName}
              </b>
              <span className="stage">{stageWord(it.stage, it.kind)}</span>
              <small>
                {it.number} · {date(it.at)}
              </small>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
