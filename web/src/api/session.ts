import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { session } from './calls'
import type { Role, Session, User } from './types'

export const sessionQuery = {
  queryKey: ['session'],
  queryFn: session.read,
  staleTime: 5 * 60_000,
}

export const useSession = (): Session => useSuspenseQuery(sessionQuery).data

/** The person who is signed in. Only for pages behind the log-in. */
export function useUser(): User {
  const { user } = useSession()
  if (!user) throw new Error('nobody is signed in')
  return user
}

export const useIs = (...roles: Role[]): boolean => roles.includes(useUser().role)

/** Puts a new session in place; what was fetched for the other person is forgotten. */
export function useEnter(): (next: Session) => void {
  const queries = useQueryClient()
  return (next) => {
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
    queries.setQueryData(sessionQuery.queryKey, next)
  }
}
