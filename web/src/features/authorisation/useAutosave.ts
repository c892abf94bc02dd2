import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { applications } from '../../api/calls'
import type { Application, ApplicationDraft, Scenario } from '../../api/types'
import { useKeepApplication } from './queries'

const QUIET_MS = 800

export interface Draft {
  scenario: Scenario
  items: ApplicationDraft['items']
}

export interface Autosave {
  draft: Draft
  change: (part: Partial<Draft>) => void
  /** Saves at once and answers with the application as the server has it. */
  flush: () => Promise<Application>
  savedAt: string | null
  pending: boolean
  error: unknown
}

/** Keeps what is written: a moment after the last change it goes to the server, one save at a time. */
export function useAutosave(application: Application): Autosave {
  const keep = useKeepApplication()
  const [draft, setDraft] = useState<Draft>(() => draftOf(application))
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [dirty, setDirty] = useState(false)
  const version = useRef(application.version)
  const latest = useRef(draft)
  const queue = useRef<Promise<unknown>>(Promise.resolve())

  const save = useMutation({
    mutationFn: async () => {
      const sent = latest.current
      const saved = await applications.save(application.id, { version: version.current, ...sent })
      version.current = saved.version
      if (latest.current === sent) setDirty(false)
      setSavedAt(new Date().toISOString())
      keep(saved)
      return saved
    },
  })
  const { mutateAsync } = save
  const flush = useCallback(() => {
    const next = queue.current.catch(() => undefined).then(() => mutateAsync())
    queue.current = next
    return next
  }, [mutateAsync])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the draft starts the wait anew
  useEffect(() => {
    if (!dirty) return
    // What fails is shown as the mutation's error, and the next change tries again.
    const later = setTimeout(() => void flush().catch(() => undefined), QUIET_MS)
    return () => clearTimeout(later)
  }, [draft, dirty, flush])
  useLeaveWarning(dirty)

  const change = (part: Partial<Draft>) => {
    latest.current = { ...latest.current, ...part }
    setDraft(latest.current)
    setDirty(true)
  }
  return { draft, change, flush, savedAt, pending: save.isPending, error: save.error }
}

function useLeaveWarning(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [unsaved])
}

function draftOf(application: Application): Draft {
  return {
    scenario: application.scenario,
    items: application.items.map((item) => ({
      resource: item.resource,
      columns: item.columns.map((column) => column.name),
      necessity: item.necessity,
      reasons: Object.fromEntries(
        item.columns.flatMap((column) => (column.reason ? [[column.name, column.reason]] : [])),
      ),
    })),
  }
}
