import { afterEach, describe, expect, it, vi } from 'vitest'
import { session, work } from './calls'
import { beginSitting, onSessionExpired, Refused } from './http'

const answer = (status: number, body?: unknown) =>
  vi.fn(async (_request: Request) =>
    body === undefined
      ? new Response(null, { status })
      : new Response(JSON.stringify(body), {
          status,
          headers: { 'Content-Type': 'application/problem+json' },
        }),
  )

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => {
      throw new Error('was not refused')
    },
    (error: unknown) => error as Refused,
  )

afterEach(() => {
  vi.unstubAllGlobals()
  // biome-ignore lint/suspicious/noDocumentCookie: the token is read from the cookie, as in a browser
  document.cookie = 'XSRF-TOKEN=; Max-Age=0'
})

describe('a call', () => {
  it("is refused in the server's own words", async () => {
    const problem = {
      type: 'https://mingqu.org/problems/account-locked',
      title: 'locked',
      detail: 'try again at nine',
      article: '31',
      status: 423,
    }
    vi.stubGlobal('fetch', answer(423, problem))
    const error = await refusal(session.signIn({ username: 'a', password: 'b' }))
    expect(error).toBeInstanceOf(Refused)
    expect(error.code).toBe('account-locked')
    expect(error.problem).toMatchObject(problem)
  })

  it('that is not answered says so', async () => {
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('no network')))
    expect((await refusal(work.summary())).code).toBe('unreachable')
  })

  it('that changes something carries the token of the cookie', async () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the token is read from the cookie, as in a browser
    document.cookie = 'XSRF-TOKEN=abc%20d'
    const fetch = answer(204)
    vi.stubGlobal('fetch', fetch)
    await work.remind('c1')
    const request = fetch.mock.calls[0]![0]
    expect(request.headers.get('X-XSRF-TOKEN')).toBe('abc d')
    expect(request.headers.get('Accept-Language')).toBe('zh-CN')
    expect(new URL(request.url).pathname).toBe('/api/cases/c1/reminders')
  })
})

describe('a session that has ended', () => {
  it('is told to who listens', async () => {
    const listener = vi.fn()
    const stop = onSessionExpired(listener)
    vi.stubGlobal('fetch', answer(401, { title: 'sign in', status: 401 }))
    await refusal(work.summary())
    expect(listener).toHaveBeenCalledTimes(1)
    stop()
    await refusal(work.summary())
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('is not told of the session after it by a call that was still under way', async () => {
    const listener = vi.fn()
    const stop = onSessionExpired(listener)
    let arrive: ((late: Response) => void) | undefined
    vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (arrive = resolve)))
    const late = refusal(work.summary())
    await vi.waitFor(() => expect(arrive).toBeDefined())
    beginSitting()
    arrive?.(new Response(JSON.stringify({ title: 'sign in', status: 401 }), { status: 401 }))
    await late
    expect(listener).not.toHaveBeenCalled()
    stop()
  })

  it('is not mistaken for a wrong password', async () => {
    const listener = vi.fn()
    const stop = onSessionExpired(listener)
    vi.stubGlobal('fetch', answer(401, { title: 'wrong', status: 401 }))
    await refusal(session.signIn({ username: 'a', password: 'b' }))
    expect(listener).not.toHaveBeenCalled()
    stop()
  })
})
