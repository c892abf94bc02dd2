import { useTranslation } from 'react-i18next'
import type { Procedure } from '../../api/types'
import { word } from '../../i18n'
import { stageWord } from '../../ui/stages'
import { type Arrow, BOX, layOut } from './layout'

const MOST_LABELLED = 2

/** The procedure as a drawing; the table below it says the same in words. */
export function Diagram({ procedure }: { procedure: Procedure }) {
  const { t } = useTranslation()
  const { width, height, lanes, nodes, arrows } = layOut(procedure)
  const pad = 14
  return (
    <svg
      className="bv"
      viewBox={`${-pad} ${-pad} ${width + 2 * pad} ${height + 3 * pad}`}
      role="img"
      aria-label={t('work.procedure.drawing', { kind: word('work.kind', procedure.kind) })}
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
            {word('common.role', lane.role)}
          </text>
        </g>
      ))}
      {arrows.map((arrow) => (
        <ArrowLine key={arrow.d} arrow={arrow} />
      ))}
      {nodes.map((node) => (
        <g key={node.stage} className="bv-n" transform={`translate(${node.x} ${node.y})`}>
          <rect width={BOX.width} height={BOX.height} rx="8" />
          <text x={BOX.width / 2} y={BOX.height / 2 + 4.5} textAnchor="middle" fontSize="13">
            {stageWord(node.stage, procedure.kind)}
          </text>
        </g>
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
      <text x={arrow.label.x} y={arrow.label.y} textAnchor="middle" fontSize="11">
        {words.join(' / ')}
      </text>
    </g>
  )
}
