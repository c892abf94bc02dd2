import { useQueryClient } from '@tanstack/react-query'
import { selection } from '../../api/selection'
import type { Candidacy, SelectionFile } from '../../api/types'

export const noticesQuery = { queryKey: ['notices'], queryFn: selection.notices }

export const fileQuery = (id: string) => ({
  queryKey: ['selection', id],
  queryFn: () => selection.file(id),
})

export const candidacyQuery = (id: string) => ({
  queryKey: ['candidacy', id],
  queryFn: () => selection.candidacy(id),
})

/** Puts a selection as it now stands in the cache; what follows from it is read again. */
export function useKeepFile() {
  const queries = useQueryClient()
  return (file: SelectionFile) => {
    queries.setQueryData(fileQuery(file.notice.id).queryKey, file)
    for (const key of ['notices', 'drafts', 'tasks', 'case', 'candidacy']) {
      void queries.invalidateQueries({ queryKey: [key] })
    }
  }
}

/** Puts an application as it now stands in the cache; what follows from it is read again. */
export function useKeepCandidacy() {
  const queries = useQueryClient()
  return (candidacy: Candidacy) => {
    queries.setQueryData(candidacyQuery(candidacy.id).queryKey, candidacy)
    for (const key of ['selection', 'tasks', 'case']) {
      void queries.invalidateQueries({ queryKey: [key] })
    }
  }
}
