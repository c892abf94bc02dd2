import type { Procedure } from '../../api/types'

/** Where the drawing puts stages and the arrows between them, in units of the SVG. */
export const BOX = { width: 118, height: 52 }
const LANE = { height: 104, head: 40 }
const COLUMN = 168
/** Of the lane at the bottom: how a matter can end. */
export const OUTCOME = 'OUTCOME'
/** Of a stage that more than two roles move on, as all of them sign an agreement. */
export const EVERYBODY = 'EVERYBODY'
const MOST_NAMED = 2
const MOST_DRAWN = 2

type Move = Procedure['moves'][number]

export interface Node {
  stage: string
  x: number
  y: number
  /** No move of the table leads here: it is entered by an act elsewhere, or by time. */
  apart: boolean
  /** An end that more stages lead to than can be drawn: said in words, without arrows. */
  fromMany: boolean
}

export interface Arrow {
  from: Node
  to: Node
  steps: string[]
  back: boolean
  d: string
  /** Not told of an arrow whose words stand at another that ends there too. */
  label: { x: number; y: number } | null
}

export interface Layout {
  width: number
  height: number
  lanes: { role: string; y: number; height: number }[]
  nodes: Node[]
  arrows: Arrow[]
}

/**
 * One lane per role and one column per stage, in the order of the procedure; a stage lies in the lane of the role
 * that moves it on. Stages that nothing leads out of lie side by side in a lane at the bottom, the first on the right.
 */
export function layOut(procedure: Procedure): Layout {
  const moves = procedure.moves.filter((move) => move.from !== move.to)
  const ends = procedure.stages.filter((stage) => !moves.some((move) => move.from === stage))
  const flow = procedure.stages.filter((stage) => !ends.includes(stage))
  const laneOf = (stage: string) => (ends.includes(stage) ? OUTCOME : roleOf(moves, ends, stage))
  const roles = [...new Set([...flow.map(laneOf), ...(ends.length > 0 ? [OUTCOME] : [])])]
  const columns = Math.max(flow.length, ends.length)
  const columnOf = (stage: string) =>
    ends.includes(stage) ? columns - 1 - ends.indexOf(stage) : flow.indexOf(stage)
  const nodes = procedure.stages.map((stage) => ({
    stage,
    x: LANE.head + 24 + columnOf(stage) * COLUMN,
    y: roles.indexOf(laneOf(stage)) * LANE.height + (LANE.height - BOX.height) / 2,
    apart: !moves.some((move) => move.to === stage || move.from === stage),
    fromMany: ends.includes(stage) && comesFromMany(moves, stage),
  }))
  return {
    width: LANE.head + 24 + columns * COLUMN,
    height: roles.length * LANE.height,
    lanes: roles.map((role, index) => ({ role, y: index * LANE.height, height: LANE.height })),
    nodes,
    arrows: arrows(moves, nodes, ends),
  }
}

/** Who takes the first step out of a stage that leads on; of a stage that only ends, the first step out of it. */
function roleOf(moves: Move[], ends: string[], stage: string): string {
  const out = moves.filter((move) => move.from === stage)
  const first = out.find((move) => !ends.includes(move.to)) ?? out[0]!
  const movers = new Set(out.filter((move) => move.step === first.step).map((move) => move.by))
  return movers.size > MOST_NAMED ? EVERYBODY : first.by
}

const comesFromMany = (moves: Move[], end: string) =>
  new Set(moves.filter((move) => move.to === end).map((move) => move.from)).size > MOST_DRAWN

function arrows(moves: Move[], nodes: Node[], ends: string[]): Arrow[] {
  const node = (stage: string) => nodes.find((it) => it.stage === stage)
  const bundles = new Map<string, { from: Node; to: Node; steps: Set<string> }>()
  for (const move of moves) {
    const [from, to] = [node(move.from), node(move.to)]
    if (!from || !to || to.fromMany) continue
    const key = `${move.from} ${move.to}`
    const bundle = bundles.get(key) ?? { from, to, steps: new Set<string>() }
    bundle.steps.add(move.step)
    bundles.set(key, bundle)
  }
  const labelled = new Set<string>()
  return [...bundles.values()].map(({ from, to, steps }, index) => {
    const words = `${to.stage} ${[...steps].join(' ')}`
    const first = !labelled.has(words)
    labelled.add(words)
    const { d, label } = path(from, to, index)
    const back = to.x < from.x && !ends.includes(to.stage)
    return { from, to, steps: [...steps], back, d, label: first ? label : null }
  })
}

type Line = { d: string; label: { x: number; y: number } }

/** A line of right angles; the column below a box is free, so that lines go down there and along between the lanes. */
function path(from: Node, to: Node, index: number): Line {
  const middle = BOX.height / 2
  if (to.y > from.y && (to.x <= from.x || to.x - from.x > COLUMN)) return down(from, to, index)
  const start = { x: from.x + BOX.width, y: from.y + middle }
  const end = { x: to.x, y: to.y + middle }
  if (to.x > from.x && to.x - from.x <= COLUMN) {
    const turn = (start.x + end.x) / 2
    const label = { x: turn, y: start.y === end.y ? start.y - 6 : (start.y + end.y) / 2 }
    return { d: `M${start.x} ${start.y}H${turn}V${end.y}H${end.x}`, label }
  }
  const out = { x: from.x + BOX.width / 2 + spread(index), below: from.y + BOX.height }
  const into = { x: to.x + BOX.width / 2 - spread(index), below: to.y + BOX.height }
  const rail = Math.max(out.below, into.below) + 8 + (index % 3) * 6
  return {
    d: `M${out.x} ${out.below}V${rail}H${into.x}V${into.below}`,
    label: { x: (out.x + into.x) / 2, y: rail - 3 },
  }
}

/** From a box down to the top of one in a lower lane. */
function down(from: Node, to: Node, index: number): Line {
  const x = from.x + BOX.width / 2 + (from.x === to.x ? 0 : spread(index))
  const into = to.x + BOX.width / 2 + (from.x === to.x ? 0 : spread(index) / 2)
  const rail = to.y - 20 + (index % 4) * 4
  return {
    d: `M${x} ${from.y + BOX.height}V${rail}H${into}V${to.y}`,
    label: { x: to.x + BOX.width / 2, y: to.y - 24 },
  }
}

const spread = (index: number) => ((index % 5) - 2) * 12
