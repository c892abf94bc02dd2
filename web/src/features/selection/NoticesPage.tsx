import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { date } from '../../ui/format'
import { useHeading } from '../../ui/Page'
import { PublicLayout } from '../../ui/PublicLayout'
import { stageWord } from '../../ui/stages'
import { noticesQuery } from './queries'

/** The notices by which an operator is sought, and what came of them, for anybody to read (art. 9). */
export default function NoticesPage() {
  const { t } = useTranslation()
  const heading = useHeading(t('selection.public'))
  const notices = useSuspenseQuery(noticesQuery).data
  return (
    <PublicLayout>
      <div className="w p-body">
        <div className="p-head">
          <div>
            <h1 ref={heading} tabIndex={-1}>
              {t('selection.public')}
            </h1>
            <p className="prose">{t('selection.publicIntro')}</p>
          </div>
          <a className="btn" href="/api/notices/feed" type="application/atom+xml">
            {t('selection.feed')}
          </a>
        </div>
        {notices.length === 0 && <p className="note">{t('selection.none')}</p>}
        <ul className="p-list">
          {notices.map((notice) => (
            <li key={notice.id}>
              <div className="p-item">
                <h2>
                  <Link to={`/notices/${notice.id}`}>{notice.title}</Link>
                </h2>
                <p className="facts">
                  <code>{notice.number}</code>
                  <span>
                    {t('selection.window', {
                      from: date(notice.opensOn),
                      until: date(notice.closesOn),
                    })}
                  </span>
                </p>
              </div>
              <b>{notice.open ? t('selection.openNow') : stageWord(notice.stage, 'SELECTION')}</b>
            </li>
          ))}
        </ul>
      </div>
    </PublicLayout>
  )
}
