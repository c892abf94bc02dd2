import { body, client, sent } from './http'
import type { OwnConfirmation, OwnTableRequest, Sent } from './types'

const of = (workspace: string) => ({ params: { path: { workspace } } })
const one = (workspace: string, id: string) => ({ params: { path: { workspace, id } } })

/** Tables that a partner brings along for one workspace. Their rows go to the domain's door only. */
export const own = {
  list: (workspace: string) =>
    body(client.GET('/api/workspaces/{workspace}/own-tables', of(workspace))),
  read: (workspace: string, id: string) =>
    body(client.GET('/api/workspaces/{workspace}/own-tables/{id}', one(workspace, id))),
  bring: (workspace: string, form: OwnTableRequest) =>
    body(client.POST('/api/workspaces/{workspace}/own-tables', { ...of(workspace), body: form })),
  confirm: (workspace: string, id: string, form: OwnConfirmation) =>
    body(
      client.POST('/api/workspaces/{workspace}/own-tables/{id}/confirmation', {
        ...one(workspace, id),
        body: sent<Sent<'OwnConfirmation'>>(form),
      }),
    ),
  destroy: (workspace: string, id: string) =>
    body(client.DELETE('/api/workspaces/{workspace}/own-tables/{id}', one(workspace, id))),
}
