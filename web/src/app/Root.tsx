import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from 'react-router'
import { Refused } from '../api/http'
import { AppearanceProvider } from '../ui/appearance'
import { router } from './routes'

const RETRIES = 2

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: false,
      // A page that shows something is not taken away because reading it once more failed: what is typed there stays.
      throwOnError: (_error, query) => query.state.data === undefined,
      // What the server has refused it refuses again; only silence is worth another try.
      retry: (failures, error) =>
        failures < RETRIES && error instanceof Refused && error.problem.status === 0,
    },
  },
})

export function Root() {
  return (
    <AppearanceProvider>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </AppearanceProvider>
  )
}
