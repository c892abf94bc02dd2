import { useTranslation } from 'react-i18next'
import type { RedlineSegment } from '../../api/types'

/** A text with what was added and what was taken out, in words for those who do not see the colours. */
export function Redline({ segments }: { segments: RedlineSegment[] }) {
  const { t } = useTranslation()
  return (
    <p className="redline">
      {segments.map((it, at) => {
        const key = `${at}${it.change}`
        if (it.change === 'ADDED')
          return (
            <ins key={key} title={t('mandate.added')}>
              {it.text}
            </ins>
          )
        if (it.change === 'REMOVED')
          return (
            <del key={key} title={t('mandate.removed')}>
              {it.text}
            </del>
          )
        return <span key={key}>{it.text}</span>
      })}
    </p>
  )
}

export const isChanged = (segments: RedlineSegment[]) => segments.some((it) => it.change !== 'SAME')
