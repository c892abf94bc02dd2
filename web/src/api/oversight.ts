import { by } from './calls'
import { body, client, Refused } from './http'
import { hand, nameOf } from './papers'
import type { Problem } from './types'

/** What a regulator sees of its remit. */
export const oversight = {
  read: () => body(client.GET('/api/oversight', {})),
  case: (id: string) => body(client.GET('/api/oversight/cases/{id}', by(id))),
}

/** The remit with its receipts, for a purpose; it arrives as a download. */
export async function fetchRemit(purpose: string): Promise<void> {
  const { data, error, response } = await client.POST('/api/oversight/export', {
    body: { purpose },
    parseAs: 'blob',
  })
  if (!data) throw new Refused(error as unknown as Problem)
  hand(data as unknown as Blob, nameOf(response, 'remit.zip'))
}
