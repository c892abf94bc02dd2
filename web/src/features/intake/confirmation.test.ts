import { describe, expect, it } from 'vitest'
import type { DetectedColumn, Load, Resource } from '../../api/types'
import { proposalFor, ruleOf, withRule } from './confirmation'

const found = (name: string, detector: string | null): DetectedColumn => ({
  name,
  detector,
  type: 'TEXT',
  scale: 0,
  lower: null,
  upper: null,
  proposedClass: 'IDENTIFIER',
  proposedGrade: 4,
  proposedLabel: name,
  evidence: { checked: 10, matching: 9 } as DetectedColumn['evidence'],
})

const load = { columns: [found('sfz', 'ID_NUMBER'), found('xm', 'PERSON_NAME')] } as Load

describe('the rule of a column', () => {
  it('returns no row unless somebody asks for it', () => {
    const proposed = proposalFor(load, { columns: [] } as unknown as Resource)
    expect(proposed).toHaveLength(2)
    for (const column of proposed) expect(column).not.toHaveProperty('confirmed')
  })

  it('is there only where a single value can fail it', () => {
    expect(load.columns.map(ruleOf)).toEqual(['ID_NUMBER', undefined])
    expect(ruleOf(found('bz', null))).toBeUndefined()
  })

  it('is named when it is asked for, and left out when it no more is', () => {
    const [column] = proposalFor(load, { columns: [] } as unknown as Resource)
    const strict = withRule(column!, 'ID_NUMBER')
    expect(strict).toEqual({ ...column, confirmed: 'ID_NUMBER' })
    expect(withRule(strict)).toStrictEqual(column)
  })
})
