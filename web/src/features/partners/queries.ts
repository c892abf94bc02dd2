import { useQueryClient } from '@tanstack/react-query'
import { partners } from '../../api/calls'
import type { Partnership } from '../../api/types'

export const rulesQuery = { queryKey: ['partner-rules'], queryFn: partners.rules }

export const partnershipQuery = (id: string) => ({
  queryKey: ['partnership', id],
  queryFn: () => partners.read(id),
})

/** Puts a partnership as it now stands in the cache; lists and the case are read again. */
export function useKeepPartnership() {
  const queries = useQueryClient()
  return (partnership: Partnership) => {
    queries.setQueryData(partnershipQuery(partnership.id).queryKey, partnership)
    for (const key of ['partnerships', 'partner-rules', 'tasks', 'case']) {
      void queries.invalidateQueries({ queryKey: [key] })
    }
  }
}
