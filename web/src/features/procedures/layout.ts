import type { Procedure } from '../../api/types'

/** Where the drawing puts stages and the arrows between them, in units of the SVG. */
export const BOX = { width: 118, height: 52 }
const LANE = { height: 104, head: 40 }
const COLUMN = 168

export interface Node {
  stage: string
  x: number
  y: number
}

export interface Arrow {
  from: Node
  to: Node
  steps: string[]
  back: boolean
  d: string
  label: { x: number; y: number }
}

export interface Layout {
  width: number
  height: number
  lanes: { role: string; y: number; height: number }[]
  nodes: Node[]
  arrows: Arrow[]
}

/**
 * One lane per role, one column per stage in the order of the procedure. A stage lies in the lane of
 * the role that moves it on; one that nobody moves on lies in the lane of the role that brought it there.
 */
export function layOut(procedure: Procedure): Layout {
  const roleOf = (stage: string) =>
    forward(
      procedure,
      procedure.moves.filter((move) => move.from === stage),
    )[0]?.by ??
    procedure.moves.find((move) => move.to === stage)?.by ??
    ''
  const roles = [...new Set(procedure.stages.map(roleOf))]
  const nodes = procedure.stages.map((stage, index) => ({
    stage,
    x: LANE.head + 24 + index * COLUMN,
    y: roles.indexOf(roleOf(stage)) * LANE.height + (LANE.height - BOX.height) / 2,
  }))
  return {
    width: LANE.head + 24 + procedure.stages.length * COLUMN,
    height: roles.length * LANE.height,
    lanes: roles.map((role, index) => ({ role, y: index * LANE.height, height: LANE.height })),
    nodes,
    arrows: arrows(procedure, nodes),
  }
}

const forward = (procedure: Procedure, moves: Procedure['moves']) =>
  moves.filter((move) => procedure.stages.indexOf(move.to) > procedure.stages.indexOf(move.from))

function arrows(procedure: Procedure, nodes: Node[]): Arrow[] {
  const node = (stage: string) => nodes.find((it) => it.stage === stage)
  const bundles = new Map<string, { from: Node; to: Node; steps: Set<string> }>()
  for (const move of procedure.moves) {
    const [from, to] = [node(move.from), node(move.to)]
    if (!from || !to || from === to) continue
    const key = `${move.from} ${move.to}`
    const bundle = bundles.get(key) ?? { from, to, steps: new Set<string>() }
    bundle.steps.add(move.step)
    bundles.set(key, bundle)
  }
  return [...bundles.values()].map(({ from, to, steps }, index) => ({
    from,
    to,
    steps: [...steps],
    back: to.x < from.x,
    ...path(from, to, index),
  }))
}

/** A line of right angles: straight to a neighbour in the lane, else out below or above the boxes. */
function path(from: Node, to: Node, index: number): { d: string; label: { x: number; y: number } } {
  const middle = BOX.height / 2
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

const spread = (index: number) => ((index % 5) - 2) * 12
