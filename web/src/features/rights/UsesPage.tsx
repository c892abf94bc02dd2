import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rights } from '../../api/rights'
import { moment } from '../../ui/format'
import { Proven, RightsLayout } from './RightsLayout'

/** Who used data that the person stands in, and who looked at the person's own rows: two different things. */
export default function UsesPage() {
  const { t } = useTranslation()
  return (
    <RightsLayout title={t('rights.service.uses.name')}>
      <Proven>
        <Looks />
        <Uses />
      </Proven>
    </RightsLayout>
  )
}

function Looks() {
  const { t } = useTranslation()
  const { data } = useQuery({ queryKey: ['rights', 'looks'], queryFn: rights.looks })
  return (
    <section aria-labelledby="looks">
      <h2 id="looks">{t('rights.looks')}</h2>
      <p className="sub">{t('rights.looksText')}</p>
      {data?.length === 0 && <p>{t('rights.noLooks')}</p>}
      <ul className="p-own">
        {data?.slice(0, 20).map((it) => (
          <li key={`${it.at} ${it.what}`}>
            <b>{t(`rights.look.${it.what}`, { title: it.title })}</b>
            <span>{it.organisationName}</span>
            <small>
              {it.personName} · {moment(it.at)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Uses() {
  const { t } = useTranslation()
  const [page, setPage] = useState(0)
  const { data } = useQuery({
    queryKey: ['rights', 'uses', page],
    queryFn: () => rights.uses(page),
    placeholderData: keepPreviousData,
  })
  return (
    <section aria-labelledby="uses">
      <h2 id="uses">{t('rights.uses')}</h2>
      <p className="note">{t('rights.usesText')}</p>
      {data?.total === 0 && <p>{t('rights.noUses')}</p>}
      <ul className="p-own">
        {data?.items.map((it, place) => (
          // A run that read two tables is two lines of the same moment.
          <li key={place}>
            <b>{it.scenario}</b>
            <span>{it.partnerName}</span>
            <span>
              {it.title} · {t(`rights.lane.${it.lane}`)}
            </span>
            {!it.included && <span className="out">{t('rights.notIncluded')}</span>}
            <small>{moment(it.at)}</small>
          </li>
        ))}
      </ul>
      {data && data.total > data.size && (
        <nav className="pager" aria-label={t('rights.pages')}>
          <button
            type="button"
            className="btn ghost"
            disabled={page === 0}
            onClick={() => setPage(page - 1)}
          >
            {t('catalogue.previous')}
          </button>
          <button
            type="button"
            className="btn ghost"
            disabled={(page + 1) * data.size >= data.total}
            onClick={() => setPage(page + 1)}
          >
            {t('catalogue.next')}
          </button>
        </nav>
      )}
    </section>
  )
}
