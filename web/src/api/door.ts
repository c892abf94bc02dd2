import i18n from '../i18n'
import { Refused } from './http'
import type { Problem } from './types'

/**
 * The enclave's door. Raw data go straight there with a ticket; the platform never sees them.
 */

/** Brings a file to the door and tells how many bytes have gone. XHR, as fetch tells nothing of an upload. */
export function bring(url: string, file: File, onProgress: (bytes: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.onprogress = (event) => onProgress(event.loaded)
    request.onload = () => {
      if (request.status < 300) resolve()
      else reject(new Refused(problemOf(request.responseText, request.status)))
    }
    request.onerror = () => reject(new Refused(silent()))
    request.send(file)
  })
}

/** Where the department's own database is, and which table to pull. */
export interface TableAddress {
  url: string
  user: string
  password: string
  table: string
}

/** Tells the enclave where to pull a table from; the address and its password go nowhere else. */
export async function pull(url: string, address: TableAddress): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': i18n.language },
    body: JSON.stringify(address),
  }).catch(() => {
    throw new Refused(silent())
  })
  if (!response.ok) throw new Refused(problemOf(await response.text(), response.status))
}

function problemOf(text: string, status: number): Problem {
  const fallback = { type: 'about:blank', title: i18n.t('intake.doorRefused'), status }
  try {
    return { ...fallback, ...(JSON.parse(text) as Partial<Problem>) }
  } catch {
    // Not a problem in our form, for example from a proxy between.
    return fallback
  }
}

const silent = (): Problem => ({
  type: 'https://mingqu.org/problems/unreachable',
  title: i18n.t('intake.doorSilent'),
  status: 0,
  detail: i18n.t('common.problem.unreachableDetail'),
})
