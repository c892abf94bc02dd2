import { type Query, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { session } from './calls'
import { beginSitting } from './http'
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

const samePost = (a: User, b: User) =>
  a.username === b.username && a.organisation.id === b.organisation.id && a.role === b.role

/** Tells the other pages of this browser, which share the session. */
const others = new BroadcastChannel('session')

/** Puts a new session in place, here and in the other pages of this browser. */
export function useEnter(): (next: Session) => void {
  const put = usePut()
  return (next) => {
    beginSitting()
    put(next)
    others.postMessage('changed')
  }
}

/** Signing out, or in as somebody else, counts in every page: none goes on in another's name. */
export function useFollowOthers() {
  const put = usePut()
  useEffect(() => {
    others.onmessage = () => void session.read().then(put)
    return () => {
      others.onmessage = null
    }
  }, [put])
}

/** What was fetched for another person is forgotten; the same person's pages stay as they are. */
function usePut(): (next: Session) => void {
  const queries = useQueryClient()
  return useCallback(
    (next) => {
      const before = queries.getQueryData<Session>(sessionQuery.queryKey)?.user
      const fetched = { predicate: (query: Query) => query.queryKey[0] !== 'session' }
      if (before && next.user && samePost(before, next.user))
        void queries.invalidateQueries(fetched)
      else queries.removeQueries(fetched)
      queries.setQueryData(sessionQuery.queryKey, next)
    },
    [queries],
  )
}
