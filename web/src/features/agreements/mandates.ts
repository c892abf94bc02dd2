import { useQueryClient } from '@tanstack/react-query'
import { closings, mandates } from '../../api/calls'
import type { Closing, Mandate } from '../../api/types'

export const mandateQuery = (id: string) => ({
  queryKey: ['mandate', id],
  queryFn: () => mandates.read(id),
})

export const closingQuery = (id: string) => ({
  queryKey: ['closing', id],
  queryFn: () => closings.read(id),
})

/** Puts the agreement as it now stands in the cache; lists and the case are read again. */
export function useKeepMandate() {
  const queries = useQueryClient()
  return (mandate: Mandate) => {
    queries.setQueryData(mandateQuery(mandate.id).queryKey, mandate)
    for (const key of ['mandates', 'tasks', 'case']) {
      void queries.invalidateQueries({ queryKey: [key] })
    }
  }
}

export function useKeepClosing() {
  const queries = useQueryClient()
  return (closing: Closing) => {
    queries.setQueryData(closingQuery(closing.id).queryKey, closing)
    for (const key of ['mandate', 'tasks', 'case']) {
      void queries.invalidateQueries({ queryKey: [key] })
    }
  }
}
