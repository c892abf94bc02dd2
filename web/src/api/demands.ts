import { body, client } from './http'
import type * as T from './types'

const by = (id: string) => ({ params: { path: { id } } })

/** Data that the catalogue lacks. */
export const demands = {
  board: () => body(client.GET('/api/demands', {})),
  departments: () => body(client.GET('/api/demands/departments', {})),
  read: (id: string) => body(client.GET('/api/demands/{id}', by(id))),
  post: (posting: T.DemandPosting) => body(client.POST('/api/demands', { body: posting })),
  move: (id: string, move: T.DemandMove) =>
    body(client.POST('/api/demands/{id}/moves', { ...by(id), body: move })),
  support: (id: string) => body(client.POST('/api/demands/{id}/support', by(id))),
}

/** What is wrong with the catalogue. */
export const objections = {
  list: () => body(client.GET('/api/catalogue-objections', {})),
  read: (id: string) => body(client.GET('/api/catalogue-objections/{id}', by(id))),
  raise: (raising: T.ObjectionRaising) =>
    body(client.POST('/api/catalogue-objections', { body: raising })),
  move: (id: string, move: T.CatalogueObjectionMove) =>
    body(client.POST('/api/catalogue-objections/{id}/moves', { ...by(id), body: move })),
}
