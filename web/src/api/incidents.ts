import { body, client } from './http'
import type { IncidentOpening, IncidentStep } from './types'

const by = (id: string) => ({ params: { path: { id } } })

/** What went wrong, or is exercised. */
export const incidents = {
  list: () => body(client.GET('/api/incidents', {})),
  read: (id: string) => body(client.GET('/api/incidents/{id}', by(id))),
  targets: () => body(client.GET('/api/incidents/targets', {})),
  assess: (opening: IncidentOpening) =>
    body(client.POST('/api/incidents/assessment', { body: opening })),
  open: (opening: IncidentOpening) => body(client.POST('/api/incidents', { body: opening })),
  move: (id: string, move: { version: number; step: IncidentStep; opinion: string }) =>
    body(client.POST('/api/incidents/{id}/moves', { ...by(id), body: move })),
}
