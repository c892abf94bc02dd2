import { describe, expect, it } from 'vitest'
import type { Procedure } from '../../api/types'
import { EVERYBODY, layOut, OUTCOME } from './layout'

const move = (from: string, step: string, to: string, by: string) => ({
  from,
  step,
  to,
  by,
  article: '18.2',
})

const procedure: Procedure = {
  kind: 'APPLICATION',
  stages: ['DRAFT', 'WITH_OPERATOR', 'GRANTED', 'REFUSED'],
  moves: [
    move('DRAFT', 'SUBMIT', 'WITH_OPERATOR', 'PARTNER'),
    move('WITH_OPERATOR', 'FORWARD', 'GRANTED', 'OPERATOR'),
    move('WITH_OPERATOR', 'RETURN', 'DRAFT', 'OPERATOR'),
  ],
}

describe('the drawing of a procedure', () => {
  it('has a lane per role, a box per stage in the lane of who moves it on, and the ends below', () => {
    const { lanes, nodes } = layOut(procedure)
    expect(lanes.map((lane) => lane.role)).toEqual(['PARTNER', 'OPERATOR', OUTCOME])
    const [draft, review, granted, refused] = nodes
    expect(draft!.y).toBeLessThan(lanes[1]!.y)
    expect(review!.y).toBeGreaterThan(lanes[1]!.y)
    expect(granted!.y).toBeGreaterThan(lanes[2]!.y)
    expect(granted!.x).toBeGreaterThan(refused!.x)
  })

  it('has an arrow per pair of stages and tells those that lead back', () => {
    const { arrows } = layOut(procedure)
    expect(arrows).toHaveLength(3)
    expect(arrows.filter((arrow) => arrow.back).map((arrow) => arrow.steps)).toEqual([['RETURN']])
  })

  it('tells the stages that no move of the table leads to', () => {
    expect(
      layOut(procedure)
        .nodes.filter((node) => node.apart)
        .map((node) => node.stage),
    ).toEqual(['REFUSED'])
  })

  it('draws no arrows to an end that most stages lead to', () => {
    const out = ['DRAFT', 'WITH_OPERATOR', 'REFUSED'].map((stage) =>
      move(stage, 'WITHDRAW', 'WITHDRAWN', 'PARTNER'),
    )
    const stages = [...procedure.stages, 'WITHDRAWN']
    const { arrows, nodes } = layOut({ ...procedure, stages, moves: [...procedure.moves, ...out] })
    expect(arrows.filter((arrow) => arrow.to.stage === 'WITHDRAWN')).toEqual([])
    expect(nodes.filter((node) => node.fromMany).map((node) => node.stage)).toEqual(['WITHDRAWN'])
  })

  it('has one lane for a stage that everybody moves on', () => {
    const signed = ['AUTHORITY', 'SOURCE', 'PARTNER'].map((by) => move('A', 'SIGN', 'B', by))
    const { lanes } = layOut({ kind: 'AGREEMENT', stages: ['A', 'B'], moves: signed })
    expect(lanes.map((lane) => lane.role)).toEqual([EVERYBODY, OUTCOME])
  })

  it('leaves out moves of stages that it does not know', () => {
    const strange = { ...procedure, moves: [move('NOWHERE', 'SUBMIT', 'DRAFT', 'PARTNER')] }
    expect(layOut(strange).arrows).toEqual([])
  })

  it('puts no two boxes on one another', () => {
    const places = layOut(procedure).nodes.map((node) => `${node.x} ${node.y}`)
    expect(new Set(places).size).toBe(procedure.stages.length)
  })
})
