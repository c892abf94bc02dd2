import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { App } from 'antd'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Load } from '../../api/types'
import '../../i18n'
import { LoadActions } from './LoadActions'

const load = { id: 'l', resource: 'r', state: 'LANDED', rejected: 3 } as Load

const show = (it: Load) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <App>
        <MemoryRouter>
          <LoadActions load={it} />
        </MemoryRouter>
      </App>
    </QueryClientProvider>,
  )

const went = vi.fn()

beforeEach(() => vi.spyOn(location, 'assign').mockImplementation(went))
afterEach(() => {
  cleanup()
  went.mockReset()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('the returned rows', () => {
  it('are fetched with a ticket of their own at each click, and with none that was used', async () => {
    const answers = [
      () => Response.json({ url: 'https://door/1' }),
      () => Response.json({ title: 'no', status: 503 }, { status: 503 }),
      () => Response.json({ url: 'https://door/2' }),
    ]
    const fetched = vi.fn(async (_request: Request) => answers[fetched.mock.calls.length - 1]!())
    vi.stubGlobal('fetch', fetched)
    show(load)
    const press = async (times: number) => {
      fireEvent.click(screen.getByRole('button', { name: /下载退回的 3 行/ }))
      await waitFor(() => expect(fetched).toHaveBeenCalledTimes(times))
    }
    await press(1)
    await waitFor(() => expect(went.mock.calls).toEqual([['https://door/1']]))
    await press(2)
    expect(await screen.findByText('no')).toBeDefined()
    expect(went).toHaveBeenCalledTimes(1)
    await press(3)
    await waitFor(() => expect(went.mock.calls).toEqual([['https://door/1'], ['https://door/2']]))
  })
})

describe('a load', () => {
  it.each([
    ['STAGED', 1],
    ['FAILED', 1],
    ['LANDING', 0],
    ['LANDED', 0],
  ] as const)('that is %s has %d ways to be discarded', (state, ways) => {
    show({ ...load, state })
    expect(screen.queryAllByRole('button', { name: /放\s*弃/ })).toHaveLength(ways)
  })
})
