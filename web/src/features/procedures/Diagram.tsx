import { useTranslation } from 'react-i18next'
import type { Procedure } from '../../api/types'
import i18n, { word } from '../../i18n'
import { stageWord } from '../../ui/stages'
import { type Arrow, BOX, EVERYBODY, layOut, type Node, OUTCOME } from './layout'

const MOST_LABELLED = 2

/** Where a case is: the stages behind it, and the one it is in. */
export interface Position {
  done: string[]
  current: string
  /** Said above the stage it is in, for example what is left of its term. */
  note: string
}

interface DiagramProps {
  procedure: Procedure
  position?: Position
}

/** The procedure as a drawing; the table below it says the same in words. */
export function Diagram({ procedure, position }: DiagramProps) {
  const { t } = useTranslation()
  const { width, height, lanes, nodes, arrows } = layOut(procedure)
  const pad = 14
  return (
    <svg
      className="bv"
      viewBox={`${-pad} ${-pad} ${width + 2 * pad} ${height + 3 * pad}`}
      role="img"
      aria-label={t('work.procedure.drawing', { kind: word('work.kind', procedure.kind) })}
      data-at={position?.current}
    >
      <defs>
        {['off', 'on'].map((name) => (
          <marker
            key={name}
            id={`arrow-${name}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8z" className={`bv-a-${name}`} />
          </marker>
        ))}
      </defs>
      {lanes.map((lane, index) => (
        <g key={lane.role}>
          <rect
            y={lane.y}
            width={width}
            height={lane.height}
            className={`bv-lane ${index % 2 ? 'alt' : ''}`}
          />
          <text
            className="bv-lt"
            transform={`translate(22 ${lane.y + lane.height / 2}) rotate(-90)`}
            textAnchor="middle"
            fontSize="12"
          >
            {laneWord(lane.role)}
          </text>
        </g>
      ))}
      {arrows.map((arrow) => (
        <ArrowLine key={arrow.d} arrow={arrow} />
      ))}
      {nodes.map((node) => (
        <Box key={node.stage} node={node} kind={procedure.kind} position={position} />
      ))}
    </svg>
  )
}

function ArrowLine({ arrow }: { arrow: Arrow }) {
  const tone = arrow.back ? 'off' : 'on'
  const words = arrow.steps.slice(0, MOST_LABELLED).map((step) => word('work.step', step))
  return (
    <g className="bv-el">
      <path d={arrow.d} className={`bv-e ${tone}`} markerEnd={`url(#arrow-${tone})`} />
      {arrow.label && (
        <text x={arrow.label.x} y={arrow.label.y} textAnchor="middle" fontSize="11">
          {words.join(' / ')}
        </text>
      )}
    </g>
  )
}

interface BoxProps {
  node: Node
  kind: string
  position?: Position
}

function Box({ node, kind, position }: BoxProps) {
  const middle = BOX.width / 2
  const now = position?.current === node.stage
  return (
    <g className={`bv-n ${toneOf(node, position)}`} transform={`translate(${node.x} ${node.y})`}>
      <rect width={BOX.width} height={BOX.height} rx="8" />
      <text x={middle} y={BOX.height / 2 + 4.5} textAnchor="middle" fontSize="13">
        {stageWord(node.stage, kind)}
      </text>
      {node.fromMany && (
        <text className="bv-many" x={middle} y={BOX.height + 14} textAnchor="middle" fontSize="11">
          {i18n.t('work.procedure.fromMany')}
        </text>
      )}
      {now && position.note && (
        <g className="bv-now">
          <rect x="-4" y="-21" width={BOX.width + 8} height="18" rx="9" />
          <text x={middle} y="-8" textAnchor="middle" fontSize="11">
            {position.note}
          </text>
        </g>
      )}
      {position?.done.includes(node.stage) && (
        <path className="bv-tick" d={`M${BOX.width - 18} 12l4 4 7-8`} />
      )}
    </g>
  )
}

function toneOf(node: Node, position?: Position): string {
  if (!position) return node.apart ? 'apart' : ''
  if (position.current === node.stage) return 'now'
  return position.done.includes(node.stage) ? 'done' : 'ahead'
}

function laneWord(role: string): string {
  const own: Record<string, string> = {
    [OUTCOME]: 'work.procedure.outcome',
    [EVERYBODY]: 'work.procedure.everybody',
  }
  return own[role] ? i18n.t(own[role]) : word('common.role', role)
}
