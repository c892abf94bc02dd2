import { useQueryClient } from '@tanstack/react-query'
import { applications } from '../../api/calls'
import type { Application } from '../../api/types'

export const applicationQuery = (id: string) => ({
  queryKey: ['application', id],
  queryFn: () => applications.read(id),
})

/** Puts the application as it now stands in the cache; lists and the case are read again. */
export function useKeepApplication() {
  const queries = useQueryClient()
  return (application: Application) => {
    queries.setQueryData(applicationQuery(application.id).queryKey, application)
    for (const key of ['case', 'tasks', 'cases']) {
      void queries.invalidateQueries({ queryKey: [key] })
    }
  }
}
