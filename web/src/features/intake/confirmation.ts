import type {
  ConfirmedColumn,
  DetectedColumn,
  DictionaryColumn,
  Load,
  Resource,
} from '../../api/types'

/**
 * The columns to confirm: what was confirmed for the last version where the name is the same, so that nothing
 * known is asked again; else what is proposed.
 */
export function proposalFor(load: Load, resource: Resource): ConfirmedColumn[] {
  return load.columns.map((found) => {
    const known = resource.columns.find((column) => column.name === found.name)
    return known ? fromKnown(known, found) : fromFound(found)
  })
}

const fromFound = (found: DetectedColumn): ConfirmedColumn => ({
  name: found.name,
  label: found.proposedLabel,
  meaning: '',
  type: found.type,
  scale: found.scale,
  columnClass: found.proposedClass,
  grade: found.proposedGrade,
  lower: found.lower,
  upper: found.upper,
})

const fromKnown = (known: DictionaryColumn, found: DetectedColumn): ConfirmedColumn => ({
  name: found.name,
  label: known.label,
  meaning: known.meaning,
  type: known.type,
  scale: known.scale,
  columnClass: known.columnClass,
  grade: known.grade,
  lower: known.lower,
  upper: known.upper,
})

/** Whether a person has chosen something less protective than what was proposed. */
export const isLaxer = (chosen: ConfirmedColumn, found: DetectedColumn): boolean =>
  chosen.grade < found.proposedGrade

/** What has a rule that a single value meets or fails, such as a check digit. */
const WITH_RULE = new Set([
  'ID_NUMBER',
  'CREDIT_CODE',
  'BANK_CARD',
  'MOBILE',
  'PHONE',
  'EMAIL',
  'PLATE',
  'GENDER',
])

/** The detector by whose rule the rows of a column may be returned, if it has one. */
export const ruleOf = (found: DetectedColumn): string | undefined =>
  found.detector && WITH_RULE.has(found.detector) ? found.detector : undefined

/** Asks for the rule of a column, or no more; left out, every value may land. */
export function withRule(
  { confirmed: _, ...column }: ConfirmedColumn,
  rule?: string,
): ConfirmedColumn {
  return rule ? { ...column, confirmed: rule } : column
}
