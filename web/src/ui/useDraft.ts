import { useEffect, useRef, useState } from 'react'
import { useUser } from '../api/session'

const PREFIX = 'draft:'

/**
 * A value that outlives the page and an expired session, kept in this browser under a name, for the person who is
 * signed in: whoever comes after finds nothing of it.
 */
export function useDraft<T>(name: string, initial: T): [T, (value: T) => void, () => void] {
  const key = prefixOf(useUser().username) + name
  const [value, setValue] = useState<T>(() => read(key) ?? initial)
  const forgotten = useRef(false)
  useEffect(() => {
    if (forgotten.current) return
    const later = setTimeout(() => localStorage.setItem(key, JSON.stringify(value)), 300)
    return () => clearTimeout(later)
  }, [key, value])
  const keep = (next: T) => {
    forgotten.current = false
    setValue(next)
  }
  const forget = () => {
    forgotten.current = true
    localStorage.removeItem(key)
    setValue(initial)
  }
  return [value, keep, forget]
}

const prefixOf = (username: string) => `${PREFIX}${username}:`

/** On signing out: this may be a computer that others use too. */
export function forgetDrafts(username: string) {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(prefixOf(username))) localStorage.removeItem(key)
  }
}

function read<T>(key: string): T | undefined {
  try {
    const kept = localStorage.getItem(key)
    return kept === null ? undefined : (JSON.parse(kept) as T)
  } catch {
    // A draft that cannot be read is no reason not to show the page.
    return undefined
  }
}
