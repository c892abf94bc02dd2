import { describe, expect, it } from 'vitest'
import { gapsOf } from './gaps'
import type { Draft } from './useAutosave'

const full: Draft = {
  scenario: {
    title: 'a',
    kind: 'INDUSTRY',
    purpose: 'b',
    users: 'c',
    outputs: 'd',
    method: 'e',
    call: 'WORKBENCH',
    frequency: 'h',
    benefit: 'i',
    risk: 'f',
    until: '2027-11-30',
  },
  items: [{ resource: 'r', columns: ['x'], necessity: 'g' }],
}

describe('an application', () => {
  const nothing = new Set<string>()

  it('is complete with all its parts', () => {
    expect(gapsOf(full, nothing)).toEqual([])
  })

  it('names what is missing, with the part to go to', () => {
    const gaps = gapsOf(
      {
        scenario: { ...full.scenario, risk: '' },
        items: [{ resource: 'r', columns: [], necessity: ' ' }],
      },
      nothing,
    )
    expect(gaps.map((gap) => [gap.part, gap.field])).toEqual([
      ['scenario', 'risk'],
      ['data', 'item:r'],
      ['data', 'item:r'],
    ])
  })

  it('needs at least one resource', () => {
    expect(gapsOf({ ...full, items: [] }, nothing).map((gap) => gap.field)).toEqual(['items'])
  })

  it('needs a reason for each field of high grade', () => {
    const delicate = new Set(['r x'])
    expect(gapsOf(full, delicate).map((gap) => gap.field)).toEqual(['reason:r:x'])
    const items = [{ ...full.items[0]!, reasons: { x: 'h' } }]
    expect(gapsOf({ ...full, items }, delicate)).toEqual([])
  })
})
