import { by, offered } from './calls'
import { body, client, Refused } from './http'
import { hand, nameOf } from './papers'
import type * as T from './types'

/** Filing and registration, listing at an exchange, and the world outside. */

export const filings = {
  list: () => body(client.GET('/api/filings', {})),
  correct: (filing: string, form: T.Sent<'CorrectionRequest'>) =>
    body(client.POST('/api/filings/{id}/corrections', { ...by(filing), body: form })),
  renew: (filing: string, version: number) =>
    body(client.POST('/api/filings/{id}/renewal', { ...by(filing), body: { version } })),
  records: () => body(client.GET('/api/national-records', {})),
  begin: (form: T.Sent<'RecordRequest'>) =>
    body(client.POST('/api/national-records', { body: form })),
  move: (record: string, move: T.RecordMove) =>
    body(
      client.POST('/api/national-records/{id}/moves', {
        ...by(record),
        body: offered<T.Sent<'RecordMove'>>(move),
      }),
    ),
}

/** Issues the certificate of a filing; it arrives as a download. */
export async function fetchCertificate(filing: string): Promise<void> {
  const { data, error, response } = await client.POST('/api/filings/{id}/certificate', {
    ...by(filing),
    parseAs: 'blob',
  })
  if (!data) throw new Refused(error as unknown as T.Problem)
  hand(data as unknown as Blob, nameOf(response, 'certificate.pdf'))
}

export const listings = {
  list: () => body(client.GET('/api/listings', {})),
  read: (listing: string) => body(client.GET('/api/listings/{id}', by(listing))),
  begin: (form: T.Sent<'ListingRequest'>) => body(client.POST('/api/listings', { body: form })),
  move: (listing: string, move: T.ListingMove) =>
    body(
      client.POST('/api/listings/{id}/moves', {
        ...by(listing),
        body: offered<T.Sent<'ListingMove'>>(move),
      }),
    ),
}

export const outside = {
  read: () => body(client.GET('/api/outside', {})),
  retry: (message: string) => body(client.POST('/api/outside/messages/{id}/retry', by(message))),
  giveUp: (message: string, reason: string) =>
    body(client.POST('/api/outside/messages/{id}/surrender', { ...by(message), body: { reason } })),
}
