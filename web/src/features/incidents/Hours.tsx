import { Tag } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '../../api/types'
import { moment } from '../../ui/format'

const MINUTE = 60_000

/** How long there is to report, to the minute. */
export function Hours({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const now = useNow()
  if (incident.reportedAt) {
    return (
      <>
        {t('incidents.reportedAt', { at: moment(incident.reportedAt) })}{' '}
        {incident.late && <Tag color="red">{t('incidents.late')}</Tag>}
      </>
    )
  }
  const left = Math.floor((Date.parse(incident.dueAt) - now) / MINUTE)
  if (left < 0 || incident.late) return <Tag color="red">{t('incidents.late')}</Tag>
  return (
    <>
      <span className="num">{moment(incident.dueAt)}</span>{' '}
      <Tag color={left < 60 ? 'gold' : 'blue'}>
        {t('incidents.left', { h: Math.floor(left / 60), m: left % 60 })}
      </Tag>
    </>
  )
}

function useNow() {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE / 2)
    return () => clearInterval(timer)
  }, [])
  return now
}
