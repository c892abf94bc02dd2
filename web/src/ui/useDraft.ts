import { useEffect, useRef, useState } from 'react'

const PREFIX = 'draft:'

/**
 * A value that outlives the page and an expired session, kept in this browser under a name.
 * Giving `null` as the name keeps nothing.
 */
export function useDraft<T>(name: string, initial: T): [T, (value: T) => void, () => void] {
  const key = PREFIX + name
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

function read<T>(key: string): T | undefined {
  try {
    const kept = localStorage.getItem(key)
    return kept === null ? undefined : (JSON.parse(kept) as T)
  } catch {
    // A draft that cannot be read is no reason not to show the page.
    return undefined
  }
}
