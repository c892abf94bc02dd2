import type { Application } from '../../api/types'
import type { Draft } from './useAutosave'

export type PartName = 'scenario' | 'data' | 'check'

/** Something that must be filled in before an application can be submitted. */
export interface Gap {
  part: PartName
  /** The field, or `item:<resource>`. */
  field: string
  /** The key of the sentence that says what is missing. */
  text: string
}

const REQUIRED = [
  'title',
  'kind',
  'call',
  'purpose',
  'users',
  'outputs',
  'method',
  'frequency',
  'benefit',
  'risk',
  'until',
] as const

/** Whether a field is of a grade at which it needs a reason of its own. */
export const needsReason = (application: Pick<Application, 'reasonGrade'>, grade: number) =>
  grade >= application.reasonGrade

/** The fields that need a reason of their own, by resource and name, as far as the draft is saved. */
export function delicateOf(application: Pick<Application, 'items' | 'reasonGrade'>): Set<string> {
  return new Set(
    application.items.flatMap((item) =>
      item.columns
        .filter((column) => needsReason(application, column.grade))
        .map((column) => `${item.resource} ${column.name}`),
    ),
  )
}

export function gapsOf(draft: Draft, delicate: Set<string>): Gap[] {
  const scenario = REQUIRED.filter((field) => !draft.scenario[field]).map(
    (field): Gap => ({
      part: 'scenario',
      field,
      text: `authorisation.missing.${field}`,
    }),
  )
  if (draft.items.length === 0) {
    return [...scenario, { part: 'data', field: 'items', text: 'authorisation.missing.items' }]
  }
  const items = draft.items.flatMap((item): Gap[] => {
    const field = `item:${item.resource}`
    const gaps: Gap[] = []
    if (item.columns.length === 0) {
      gaps.push({ part: 'data', field, text: 'authorisation.missing.columns' })
    }
    if (!item.necessity?.trim()) {
      gaps.push({ part: 'data', field, text: 'authorisation.missing.necessity' })
    }
    for (const name of item.columns) {
      if (delicate.has(`${item.resource} ${name}`) && !item.reasons?.[name]?.trim()) {
        gaps.push({
          part: 'data',
          field: `reason:${item.resource}:${name}`,
          text: 'authorisation.missing.reason',
        })
      }
    }
    return gaps
  })
  return [...scenario, ...items]
}
