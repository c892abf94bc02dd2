import { useTranslation } from 'react-i18next'
import type { DutyRule } from '../../api/types'
import { word } from '../../i18n'

/** A line of the register in words: who owes it, how often, until when, and who says so. */
export function RuleText({ rule }: { rule: DutyRule }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="prose">{word('supervision.text', rule.code)}</p>
      <p className="sub">
        {t('supervision.ruleLine', {
          who: t(`common.role.${rule.owedBy}`),
          cycle: t(`supervision.cycle.${rule.cycle}`),
          due: dueOf(rule, t),
          acceptor: t(`supervision.acceptor.${rule.acceptedBy ?? 'NONE'}`),
        })}
      </p>
      <p className="sub">
        {t(`supervision.standing.${rule.standing}`)}
        {rule.basis && ` ${word('supervision.basis', rule.basis)}`}
      </p>
    </>
  )
}

export function dueOf(
  rule: Pick<DutyRule, 'dueDays' | 'dueDate'>,
  t: (key: string, values?: Record<string, unknown>) => string,
): string {
  if (rule.dueDate) return t('supervision.dueDate', { day: rule.dueDate })
  if (!rule.dueDays) return t('supervision.dueLastDay')
  return t('supervision.dueDays', { n: rule.dueDays })
}
