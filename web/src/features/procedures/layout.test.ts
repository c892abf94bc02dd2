import { describe, expect, it } from 'vitest'
import type { Procedure } from '../../api/types'
import { layOut } from './layout'

const move = (from: string, step: string, to: string, by: string) => ({
  from,
  step,
  to,
  by,
  article: '18.2',
})

const procedure: Procedure = {
  kind: 'APPLICATION',
  stages: ['DRAFT', 'WITH_OPERATOR', 'GRANTED'],
  moves: [
    move('DRAFT', 'SUBMIT', 'WITH_OPERATOR', 'PARTNER'),
    move('WITH_OPERATOR', 'FORWARD', 'GRANTED', 'OPERATOR'),
    move('WITH_OPERATOR', 'RETURN', 'DRAFT', 'OPERATOR'),
  ],
}

describe('the drawing of a procedure', () => {
  it('has a lane per role and a box per stage in the lane of who moves it on', () => {
    const { lanes, nodes } = layOut(procedure)
    expect(lanes.map((lane) => lane.role)).toEqual(['PARTNER', 'OPERATOR'])
    const [draft, review, granted] = nodes
    expect(draft!.y).toBeLessThan(lanes[1]!.y)
    expect(review!.y).toBeGreaterThan(lanes[1]!.y)
    expect(granted!.y).toBe(review!.y)
  })

  it('has an arrow per pair of stages and tells those that lead back', () => {
    const { arrows } = layOut(procedure)
    expect(arrows).toHaveLength(3)
    expect(arrows.filter((arrow) => arrow.back).map((arrow) => arrow.steps)).toEqual([['RETURN']])
  })

  it('leaves out moves of stages that it does not know', () => {
    const strange = { ...procedure, moves: [move('NOWHERE', 'SUBMIT', 'DRAFT', 'PARTNER')] }
    expect(layOut(strange).arrows).toEqual([])
  })
})
