import { body, client } from './http'
import type * as T from './types'

const by = (id: string) => ({ params: { path: { id } } })

/** Several tasks at once, and decisions that wait for a colleague. */
export const desk = {
  steps: (task: string[]) =>
    body(client.GET('/api/tasks/decisions', { params: { query: { task } } })),
  decide: (request: T.BatchRequest) => body(client.POST('/api/tasks/decisions', { body: request })),
  waiting: () => body(client.GET('/api/countersignatures', {})),
  ofCase: (caseId: string) => body(client.GET('/api/cases/{id}/countersignatures', by(caseId))),
  ask: (caseId: string, request: T.CountersignRequest) =>
    body(client.POST('/api/cases/{id}/countersignatures', { ...by(caseId), body: request })),
  answer: (id: string, answer: T.CountersignAnswer) =>
    body(client.POST('/api/countersignatures/{id}/answer', { ...by(id), body: answer })),
  withdraw: (id: string) => body(client.DELETE('/api/countersignatures/{id}', by(id))),
  search: (q: string) => body(client.GET('/api/search', { params: { query: { q } } })),
}
