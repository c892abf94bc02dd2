import { useTranslation } from 'react-i18next'
import type { Freshness } from '../../api/types'
import { date } from '../../ui/format'

const SIGNS: Record<Freshness, { tone: string; sign: string }> = {
  FRESH: { tone: 'ok', sign: '✓' },
  LATE: { tone: 'warn', sign: '!' },
  NEVER: { tone: 'mute', sign: '–' },
}

/** Whether a resource keeps its cycle: sign, word and date. */
export function FreshnessNote({ freshness, at }: { freshness: Freshness; at?: string | null }) {
  const { t } = useTranslation()
  const { tone, sign } = SIGNS[freshness]
  return (
    <span className={`fresh fresh-${tone}`}>
      <i aria-hidden="true">{sign}</i> {t(`catalogue.freshness.${freshness}`)}
      {at && ` ${date(at)}`}
    </span>
  )
}
