import { by } from './calls'
import { body, client } from './http'
import type * as T from './types'

/** New names and mergers of organisations. */
export const succession = {
  read: (organisation: string) =>
    body(client.GET('/api/organisations/{id}/acts', by(organisation))),
  act: (organisation: string, form: T.Sent<'SuccessionRequest'>) =>
    body(client.POST('/api/organisations/{id}/acts', { ...by(organisation), body: form })),
}

/** The bytes of a file in base64, as the act takes them. */
export async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
