import { useSuspenseQuery } from '@tanstack/react-query'
import { Segmented, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { work } from '../../api/calls'
import type { Procedure } from '../../api/types'
import { word } from '../../i18n'
import { article } from '../../ui/format'
import { Page } from '../../ui/Page'
import { stageWord } from '../../ui/stages'
import { Diagram } from './Diagram'

/** The matter that people come for. */
const FIRST = 'AUTHORISATION'

/** How each kind of matter runs, drawn from the procedure's own table. */
export default function ProcedurePage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const procedures = useSuspenseQuery({
    queryKey: ['procedures'],
    queryFn: work.procedures,
    staleTime: Number.POSITIVE_INFINITY,
  }).data
  const kind = useParams().kind ?? FIRST
  const procedure = useSuspenseQuery({
    queryKey: ['procedures', kind],
    queryFn: () => work.procedure(kind),
    staleTime: Number.POSITIVE_INFINITY,
  }).data
  return (
    <Page
      title={t('menu.procedures')}
      sub={t('work.procedure.intro')}
      actions={
        <Segmented
          value={kind}
          onChange={(next) => void navigate(`/procedures/${next}`)}
          options={[...procedures]
            .sort((a, b) => Number(b.kind === FIRST) - Number(a.kind === FIRST))
            .map((it) => ({ value: it.kind, label: word('work.kind', it.kind) }))}
        />
      }
    >
      <div className="card bvwrap">
        <Diagram procedure={procedure} />
        <a href={`/api/procedures/${kind}/bpmn`} download>
          {t('work.bpmn')}
        </a>
      </div>
      <div className="card pad0">
        <Moves procedure={procedure} />
      </div>
    </Page>
  )
}

function Moves({ procedure }: { procedure: Procedure }) {
  const { t } = useTranslation()
  return (
    <Table
      size="middle"
      pagination={false}
      scroll={{ x: 720 }}
      rowKey={(move) => `${move.from} ${move.step} ${move.to} ${move.by}`}
      dataSource={procedure.moves}
      columns={[
        {
          title: t('work.procedure.from'),
          render: (_, it) => <b>{stageWord(it.from, procedure.kind)}</b>,
        },
        { title: t('work.procedure.by'), render: (_, it) => word('common.role', it.by) },
        { title: t('work.procedure.step'), render: (_, it) => word('work.step', it.step) },
        { title: t('work.procedure.to'), render: (_, it) => stageWord(it.to, procedure.kind) },
        {
          title: t('work.procedure.term'),
          render: (_, it) => (it.term ? word('work.term', it.term) : t('common.none')),
        },
        { title: t('work.procedure.article'), render: (_, it) => article(it.article) },
      ]}
    />
  )
}
