import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { selection } from '../../api/selection'
import { useSession } from '../../api/session'
import type { SelectionNotice } from '../../api/types'
import { date } from '../../ui/format'
import { useHeading } from '../../ui/Page'
import { PublicLayout } from '../../ui/PublicLayout'
import { stageWord } from '../../ui/stages'

/** One notice: conditions, window, the nine requirements, and once it is out the result with the draw. */
export default function NoticePage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const notice = useSuspenseQuery({
    queryKey: ['notices', id],
    queryFn: () => selection.notice(id),
  }).data
  const heading = useHeading(notice.title)
  return (
    <PublicLayout>
      <div className="w p-body">
        <nav className="crumbs" aria-label={t('catalogue.crumbs')}>
          <Link to="/notices">{t('selection.public')}</Link> <span aria-hidden="true">/</span>{' '}
          {notice.number}
        </nav>
        <div className="p-head">
          <div>
            <h1 ref={heading} tabIndex={-1}>
              {notice.title}
            </h1>
            <p className="facts">
              <b>{stageWord(notice.stage, 'SELECTION')}</b>
              <span>
                {t('selection.window', {
                  from: date(notice.opensOn),
                  until: date(notice.closesOn),
                })}
              </span>
            </p>
            <p className="prose lines">{notice.conditions}</p>
          </div>
          {notice.open && <Apply notice={notice} />}
        </div>
        {notice.selected.length > 0 && <Result notice={notice} />}
        <section>
          <h2>{t('selection.requirements')}</h2>
          <ol className="reqs">
            {notice.requirements.map((requirement) => (
              <li key={requirement}>{t(`selection.requirement.${requirement}`)}</li>
            ))}
          </ol>
        </section>
        <section>
          <h2>{t('selection.draw')}</h2>
          <p className="prose">{t('selection.drawHow')}</p>
          <p>
            {t('selection.commitment')} <code className="break">{notice.commitment}</code>
          </p>
          {notice.draw && <Draw draw={notice.draw} />}
        </section>
      </div>
    </PublicLayout>
  )
}

function Apply({ notice }: { notice: SelectionNotice }) {
  const { t } = useTranslation()
  const { user } = useSession()
  const target = `/selections/${notice.id}/apply`
  return (
    <div className="p-apply">
      <Link className="btn big" to={user ? target : `/login?next=${encodeURIComponent(target)}`}>
        {t('selection.apply')}
      </Link>
    </div>
  )
}

function Result({ notice }: { notice: SelectionNotice }) {
  const { t } = useTranslation()
  return (
    <section className="note">
      <h2>{t('selection.result')}</h2>
      <p>
        <b>{notice.selected.join(t('data.comma'))}</b>
      </p>
      {notice.decision && (
        <p className="prose">
          {t('selection.decision')} {notice.decision}
        </p>
      )}
    </section>
  )
}

function Draw({ draw }: { draw: NonNullable<SelectionNotice['draw']> }) {
  const { t } = useTranslation()
  return (
    <>
      <p>
        {t('selection.seed')} <code className="break">{draw.seed}</code>
      </p>
      <ol className="reqs">
        {draw.seats.map((seat) => (
          <li key={seat.person}>
            {seat.name} <span className="opt">{seat.organisation}</span>{' '}
            <b>{t(`selection.seat.${seat.state}`)}</b>{' '}
            {seat.ground && <span>{t(`selection.ground.${seat.ground}`)}</span>}
          </li>
        ))}
      </ol>
    </>
  )
}
