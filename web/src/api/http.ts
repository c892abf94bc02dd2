import createClient, { type Middleware } from 'openapi-fetch'
import i18n from '../i18n'
import type { paths } from './schema'
import type { Problem, Told } from './types'

/** A refusal of the server, in its own words. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title)
  }

  /** The last part of the problem's type, for example `account-locked`. */
  get code(): string {
    return this.problem.type.split('/').pop() ?? ''
  }
}

type Listener = () => void
const expired = new Set<Listener>()

/** Which session a call belongs to: each sign-in begins the next. A call of an earlier one tells nothing about this. */
let sitting = 0
const sittingOf = new WeakMap<Request, number>()

/** From here on, calls are made in a new session. */
export const beginSitting = () => void sitting++

/** Tells when the server no longer knows the session that this page was opened with. */
export function onSessionExpired(listener: Listener): () => void {
  expired.add(listener)
  return () => expired.delete(listener)
}

let lastHeard = Date.now()

/** When the server last answered, in milliseconds since 1970: sessions end after a time without calls. */
export const lastHeardAt = () => lastHeard

const SAFE = new Set(['GET', 'HEAD'])

const conversation: Middleware = {
  onRequest({ request }) {
    sittingOf.set(request, sitting)
    request.headers.set('Accept-Language', i18n.language)
    if (!SAFE.has(request.method)) request.headers.set('X-XSRF-TOKEN', csrfToken())
    return request
  },
  onResponse({ request, response }) {
    lastHeard = Date.now()
    const signingIn = new URL(request.url).pathname === '/api/session'
    if (response.status !== 401 || signingIn || sittingOf.get(request) !== sitting) return
    for (const listener of expired) listener()
  },
}

export function csrfToken(): string {
  const match = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)
  return match ? decodeURIComponent(match[1]!) : ''
}

export const client = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? 'http://localhost',
  // Looked up at each call, as tests put their own in place after this module is loaded.
  fetch: (request) => globalThis.fetch(request),
})
client.use(conversation)

type Outcome<T> = { data?: T; error?: unknown; response: Response }

/** The answer's body, or a {@link Refused}. */
export async function body<T>(call: Promise<Outcome<T>>): Promise<Told<T>> {
  return answer<Told<T>>(call)
}

/** For the few answers whose shape the description does not tell: the caller says it. */
export async function answer<T>(call: Promise<Outcome<unknown>>): Promise<T> {
  const { data, error, response } = await call.catch(() => {
    throw new Refused(unreachable())
  })
  if (!response.ok) throw new Refused(asProblem(error, response))
  return data as T
}

/** A request's body: the server takes null where something may be left out, as it sends it. */
export const sent = <T>(json: Told<T>): T => json as T

function asProblem(error: unknown, response: Response): Problem {
  const said = typeof error === 'object' && error !== null ? (error as Partial<Problem>) : {}
  return {
    type: 'about:blank',
    title: i18n.t('common.problem.unexpected'),
    ...said,
    status: response.status,
  }
}

function unreachable(): Problem {
  return {
    type: 'https://mingqu.org/problems/unreachable',
    title: i18n.t('common.problem.unreachable'),
    status: 0,
    detail: i18n.t('common.problem.unreachableDetail'),
  }
}
