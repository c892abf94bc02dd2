import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { cityRequests } from '../../api/coordination'
import { article } from '../../ui/format'
import { Page } from '../../ui/Page'
import { CityTable } from './CityTable'

/** What was asked of the city, the latest first. */
export default function CityRequestsPage() {
  const { t } = useTranslation()
  const list = useSuspenseQuery({
    queryKey: ['city-requests'],
    queryFn: () => cityRequests.list(),
  }).data
  return (
    <Page
      title={t('coordination.title')}
      sub={
        <p>
          {t('coordination.intro')} {article('18')}
        </p>
      }
    >
      <div className="card pad0">
        <CityTable requests={list} />
      </div>
    </Page>
  )
}
