import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { work } from '../../api/calls'
import type { Case } from '../../api/types'
import { Diagram } from './Diagram'

/** The procedure of a case as a drawing, with where the case is. */
export function CaseDiagram({ file }: { file: Case }) {
  const { t } = useTranslation()
  const procedure = useQuery({
    queryKey: ['procedures', file.kind],
    queryFn: () => work.procedure(file.kind),
    staleTime: Number.POSITIVE_INFINITY,
  }).data
  if (!procedure) return null
  const done = file.stages.filter((stage) => stage.state === 'DONE').map((stage) => stage.name)
  return (
    <>
      <div className="bvwrap">
        <Diagram
          procedure={procedure}
          position={{
            done: done.filter((stage) => stage !== file.stage),
            current: file.stage,
            note: t('work.procedure.now'),
          }}
        />
      </div>
      <p className="sub">
        <Link to={`/procedures/${file.kind}`}>{t('work.procedure.whole')}</Link>
      </p>
    </>
  )
}
