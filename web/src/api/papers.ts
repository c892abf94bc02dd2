import { body, client, Refused } from './http'
import type { Problem } from './types'

/** Issues the case on paper and hands it to the person: the file arrives as a download. */
export async function fetchPaper(caseId: string): Promise<void> {
  const { data, error, response } = await client.POST('/api/cases/{id}/sheet', {
    params: { path: { id: caseId } },
    parseAs: 'blob',
  })
  if (!data) throw new Refused(error as unknown as Problem)
  hand(data as unknown as Blob, nameOf(response, 'case.pdf'))
}

/** The list of cases, likewise. */
export async function fetchCases(request: {
  purpose: string
  form: 'CSV' | 'XLSX'
  kind?: string
  q?: string
}): Promise<void> {
  const { data, error, response } = await client.POST('/api/cases/export', {
    body: request,
    parseAs: 'blob',
  })
  if (!data) throw new Refused(error as unknown as Problem)
  hand(data as unknown as Blob, nameOf(response, `cases.${request.form.toLowerCase()}`))
}

/** Issues a signed agreement on paper; it arrives as a download. */
export async function fetchAgreement(
  kind: 'mandates' | 'agreements',
  id: string,
  edition?: number,
): Promise<void> {
  const { data, error, response } =
    kind === 'mandates'
      ? await client.POST('/api/mandates/{id}/paper', {
          params: { path: { id }, query: edition ? { edition } : {} },
          parseAs: 'blob',
        })
      : await client.POST('/api/agreements/{id}/paper', {
          params: { path: { id } },
          parseAs: 'blob',
        })
  if (!data) throw new Refused(error as unknown as Problem)
  hand(data as unknown as Blob, nameOf(response, 'agreement.pdf'))
}

export function hand(file: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

export const nameOf = (response: Response, without: string) => {
  const said = response.headers.get('Content-Disposition') ?? ''
  const name = /filename\*=UTF-8''([^;]+)/.exec(said)
  return name ? decodeURIComponent(name[1]!) : (/filename="([^"]+)"/.exec(said)?.[1] ?? without)
}

/** What was issued, for whoever holds a copy. */
export const issued = {
  read: (code: string) => body(client.GET('/api/issued/{code}', { params: { path: { code } } })),
  compare: (code: string, file: File) => {
    const form = new FormData()
    form.append('file', file)
    return body(
      client.POST('/api/issued/{code}/comparison', {
        params: { path: { code } },
        body: { file: file.name },
        bodySerializer: () => form,
      }),
    )
  },
}
