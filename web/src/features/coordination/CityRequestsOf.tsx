import { useSuspenseQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cityRequestsOf } from '../../api/coordination'
import { useIs } from '../../api/session'
import type { Case, Party } from '../../api/types'
import { date } from '../../ui/format'
import { AskCity } from './AskCity'
import { CityTable } from './CityTable'

/** What a case has led the authority to ask of the city, and whose clock rests for it. */
export function CityRequestsOf({ file, departments }: { file: Case; departments: Party[] }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const authority = useIs('AUTHORITY')
  const requests = useSuspenseQuery(cityRequestsOf(file.id)).data
  const may = authority && !file.closed && file.stage !== 'DRAFT'
  if (requests.length === 0 && !may) return null
  return (
    <section aria-labelledby="city-requests">
      <div className="row-sb">
        <h2 id="city-requests">{t('coordination.title')}</h2>
        {may && <Button onClick={() => setAsking(true)}>{t('coordination.ask')}</Button>}
      </div>
      {requests
        .filter((it) => it.rests)
        .map((it) => (
          <Alert
            key={it.id}
            type="info"
            showIcon
            className="problem"
            title={t('coordination.rests', {
              who: it.department?.name ?? t('coordination.own'),
            })}
            description={`${it.number} ${date(it.sentOn)}`}
          />
        ))}
      {requests.length > 0 && <CityTable requests={requests} />}
      {asking && <AskCity file={file} departments={departments} onClose={() => setAsking(false)} />}
    </section>
  )
}
