import { body, client } from './http'

/** What the signed-in person should hear of, and by which ways it goes out. */
export const messages = {
  list: (query: { unread: boolean; page: number; size: number }) =>
    body(client.GET('/api/messages', { params: { query } })),
  summary: () => body(client.GET('/api/messages/summary', {})),
  /** Marks these as read; none means all. */
  read: (ids: string[]) => body(client.POST('/api/messages/read', { body: { ids } })),
  ways: () => body(client.GET('/api/messages/ways', {})),
  giveAddress: (address: string) =>
    body(client.PUT('/api/messages/ways/address', { body: { address } })),
  confirmAddress: (code: string) =>
    body(client.POST('/api/messages/ways/address/confirmation', { body: { code } })),
  forgetAddress: () => body(client.DELETE('/api/messages/ways/address', {})),
  subscribe: (url: string) =>
    body(client.POST('/api/messages/ways/subscriptions', { body: { url } })),
  unsubscribe: (id: string) =>
    body(client.DELETE('/api/messages/ways/subscriptions/{id}', { params: { path: { id } } })),
}

export const messagesQuery = (query: { unread: boolean; page: number; size: number }) => ({
  queryKey: ['messages', 'list', query],
  queryFn: () => messages.list(query),
})

/** Asked for again every two minutes: the badge of the bell. */
export const unreadQuery = {
  queryKey: ['messages', 'summary'],
  queryFn: messages.summary,
  refetchInterval: 120_000,
  throwOnError: false,
}

/** The last days of one's tasks as a calendar that other programs subscribe to. */
export const taskCalendar = {
  make: () => body(client.POST('/api/task-calendars', {})),
  end: () => body(client.DELETE('/api/task-calendars', {})),
}

/** Who stands in while one is away. */
export const delegation = {
  read: () => body(client.GET('/api/me/delegation', {})),
  make: (request: { to: string; from: string; until: string; reason: string }) =>
    body(client.PUT('/api/me/delegation', { body: request })),
  end: () => body(client.DELETE('/api/me/delegation', {})),
}
