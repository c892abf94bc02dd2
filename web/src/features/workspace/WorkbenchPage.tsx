import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { workspaceQuery } from './queries'
import { Workbench } from './Workbench'
import { WorkspaceOverview } from './WorkspaceOverview'

/** Who may work in the workspace gets the workbench; who supervises it sees what is in it and what was done. */
export default function WorkbenchPage() {
  const { id = '' } = useParams()
  const workspace = useSuspenseQuery(workspaceQuery(id)).data
  return workspace.mine ? (
    <Workbench key={workspace.id} workspace={workspace} />
  ) : (
    <WorkspaceOverview workspace={workspace} />
  )
}
