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
    frequency: '',
    benefit: '',
    risk: 'f',
    until: '2027-11-30',
  },
  items: [{ resource: 'r', columns: ['x'], necessity: 'g' }],
}

describe('an application', () => {
  it('is complete without its optional parts', () => {
    expect(gapsOf(full)).toEqual([])
  })

  it('names what is missing, with the part to go to', () => {
    const gaps = gapsOf({
      scenario: { ...full.scenario, risk: '' },
      items: [{ resource: 'r', columns: [], necessity: ' ' }],
    })
    expect(gaps.map((gap) => [gap.part, gap.field])).toEqual([
      ['scenario', 'risk'],
      ['data', 'item:r'],
      ['data', 'item:r'],
    ])
  })

  it('needs at least one resource', () => {
    expect(gapsOf({ ...full, items: [] }).map((gap) => gap.field)).toEqual(['items'])
  })
})
