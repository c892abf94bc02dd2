import { body, client } from './http'
import type { CityAsking, CityMove } from './types'

const by = (id: string) => ({ params: { path: { id } } })

/** What the authority asks the city's department for. */
export const cityRequests = {
  list: (origin?: string) =>
    body(client.GET('/api/city-requests', { params: { query: { origin } } })),
  read: (id: string) => body(client.GET('/api/city-requests/{id}', by(id))),
  send: (asking: CityAsking) => body(client.POST('/api/city-requests', { body: asking })),
  move: (id: string, move: CityMove) =>
    body(client.POST('/api/city-requests/{id}/moves', { ...by(id), body: move })),
}

export const cityRequestsOf = (origin: string) => ({
  queryKey: ['city-requests', 'of', origin],
  queryFn: () => cityRequests.list(origin),
})
