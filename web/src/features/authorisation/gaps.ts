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
  'purpose',
  'users',
  'outputs',
  'method',
  'risk',
  'until',
] as const

export function gapsOf(draft: Draft): Gap[] {
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
    return gaps
  })
  return [...scenario, ...items]
}
