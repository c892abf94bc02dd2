import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import '../../i18n'
import { NoticeForm } from './NoticeForm'

const show = () =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <NoticeForm years={[{ year: 2026, builtIn: true }] as never} />
    </QueryClientProvider>,
  )

const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = () => fireEvent.click(screen.getByRole('button', { name: '录入并重新计算期限' }))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the form of a notice', () => {
  it('sends the days of the year, and tells how many open terms were computed again', async () => {
    const fetched = vi.fn(
      async (_request: Request) => new Response(JSON.stringify({ year: 2027, moved: 3 })),
    )
    vi.stubGlobal('fetch', fetched)
    show()
    fill('通知网址', 'https://www.gov.cn/notice')
    fill('调休和放假日期', 'day,works\n2027-01-01,0\n2027-01-02,1')
    press()
    await screen.findByText(/重新计算了 3 个未办结期限/, undefined, { timeout: 4000 })
    const request = fetched.mock.calls[0]![0]
    expect(request.method).toBe('PUT')
    expect(new URL(request.url).pathname).toBe('/api/calendar/2027')
    expect(await request.json()).toEqual({
      source: 'https://www.gov.cn/notice',
      days: [
        { day: '2027-01-01', works: false },
        { day: '2027-01-02', works: true },
      ],
    })
  })

  it('sends nothing while a day or the address is wrong, and says which', async () => {
    const fetched = vi.fn()
    vi.stubGlobal('fetch', fetched)
    show()
    fill('通知网址', 'ftp://somewhere')
    fill('调休和放假日期', '2027-01-01,0\n2027-01-04,1')
    press()
    expect(await screen.findByText('第 2 项是工作日，不能再列为上班日')).toBeDefined()
    expect(await screen.findByText(/请填写以 http/)).toBeDefined()
    expect(fetched).not.toHaveBeenCalled()
  })
})
