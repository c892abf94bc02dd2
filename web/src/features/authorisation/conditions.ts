import type { ApplicationItem, Mask, SourceDecision } from '../../api/types'

/** What a source department answers for one of its resources. */
export interface Condition {
  consent: boolean
  dropColumns: string[]
  masks: Record<string, Mask>
  until: string | null
}

export type Conditions = Record<string, Condition>

export const MASKS: Mask[] = ['NONE', 'PARTIAL', 'GENERALISE', 'PSEUDONYM']

/** At first everything is granted as it was asked for. */
export function conditionsFor(items: ApplicationItem[]): Conditions {
  return Object.fromEntries(
    items.map((item) => [
      item.resource,
      {
        consent: true,
        dropColumns: [],
        masks: Object.fromEntries(
          item.columns.filter((it) => it.mask).map((it) => [it.name, it.mask as Mask]),
        ),
        until: null,
      },
    ]),
  )
}

export function decisionsOf(conditions: Conditions): SourceDecision[] {
  return Object.entries(conditions).map(([resource, condition]) => ({
    resource,
    ...condition,
    until: condition.until ?? undefined,
  }))
}
