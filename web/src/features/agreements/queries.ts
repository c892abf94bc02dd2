import { useQueryClient } from '@tanstack/react-query'
import { agreements } from '../../api/calls'
import type { Agreement } from '../../api/types'

export const agreementQuery = (id: string) => ({
  queryKey: ['agreement', id],
  queryFn: () => agreements.read(id),
})

/** Puts the agreement as it now stands in the cache; lists and the case are read again. */
export function useKeep(id: string) {
  const queries = useQueryClient()
  return (agreement: Agreement) => {
    queries.setQueryData(agreementQuery(id).queryKey, agreement)
    for (const key of ['agreements', 'tasks', 'case', 'workspaces']) {
      void queries.invalidateQueries({ queryKey: [key] })
    }
  }
}
