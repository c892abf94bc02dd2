import { body, client } from './http'
import type * as T from './types'

const by = (id: string) => ({ params: { path: { id } } })

/** What experts say to a scenario. */
export const opinions = {
  of: (origin: string) =>
    body(client.GET('/api/scenario-opinions', { params: { query: { origin } } })),
  read: (id: string) => body(client.GET('/api/scenario-opinions/{id}', by(id))),
  ask: (asking: T.OpinionAsking) => body(client.POST('/api/scenario-opinions', { body: asking })),
  move: (id: string, move: T.OpinionMove) =>
    body(client.POST('/api/scenario-opinions/{id}/moves', { ...by(id), body: move })),
}

/** Applying again. */
export const reuse = {
  copy: (id: string) => body(client.POST('/api/applications/{id}/copies', by(id))),
  changes: (id: string) => body(client.GET('/api/applications/{id}/changes', by(id))),
  lane: (id: string) => body(client.GET('/api/applications/{id}/fast-lane', by(id))),
  setLane: (id: string, version: number, fast: boolean) =>
    body(client.PUT('/api/applications/{id}/fast-lane', { ...by(id), body: { version, fast } })),
}
