import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { workspaces } from '../../api/calls'
import type { Question, Run, Workspace } from '../../api/types'

const POLL_MS = 400
const THINK_MS = 500

export const workspaceQuery = (id: string) => ({
  queryKey: ['workspace', id],
  queryFn: () => workspaces.read(id),
})

export function useKeepWorkspace() {
  const queries = useQueryClient()
  return (workspace: Workspace) => {
    queries.setQueryData(workspaceQuery(workspace.id).queryKey, workspace)
    void queries.invalidateQueries({ queryKey: ['workspaces'] })
  }
}

/** The guard's verdict on what is in the editor, a moment after the last key. */
export function useJudgement(workspace: string, question: Question, active: boolean) {
  const settled = useSettled(question)
  return useQuery({
    queryKey: ['judgement', workspace, settled],
    queryFn: () => workspaces.judge(workspace, settled),
    enabled: active && settled.sql.trim() !== '',
    throwOnError: false,
    staleTime: 60_000,
  })
}

function useSettled(question: Question): Question {
  const [settled, setSettled] = useState(question)
  const { sql, lane, epsilon, sharing, model } = question
  useEffect(() => {
    const later = setTimeout(() => setSettled({ sql, lane, epsilon, sharing, model }), THINK_MS)
    return () => clearTimeout(later)
  }, [sql, lane, epsilon, sharing, model])
  return settled
}

/** Starts a query and follows it until it has ended. */
export function useRun(workspace: string) {
  const queries = useQueryClient()
  const [id, setId] = useState<string | null>(null)
  const start = useMutation({
    mutationFn: (question: Question) => workspaces.run(workspace, question),
    onSuccess: (run) => {
      queries.setQueryData(['run', run.id], run)
      setId(run.id)
    },
  })
  const run = useQuery({
    queryKey: ['run', id],
    queryFn: () => workspaces.readRun(id ?? ''),
    enabled: id !== null,
    throwOnError: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) =>
      state.data?.state === 'RUNNING' && state.status !== 'error' ? POLL_MS : false,
  })
  const ended = run.data && run.data.state !== 'RUNNING' ? run.data.id : null
  useEffect(() => {
    if (!ended) return
    // The budget has changed, the same question is free from now on, and the history is longer by one.
    void queries.invalidateQueries({ queryKey: ['judgement', workspace] })
    void queries.invalidateQueries({ queryKey: ['workspace', workspace] })
    void queries.invalidateQueries({ queryKey: ['runs', workspace] })
  }, [ended, workspace, queries])
  const cancel = useMutation({
    mutationFn: () => workspaces.cancel(id ?? ''),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['run', id] }),
  })
  const show = (past: Run) => {
    queries.setQueryData(['run', past.id], past)
    setId(past.id)
    void queries.invalidateQueries({ queryKey: ['run', past.id] })
  }
  return {
    start: start.mutate,
    cancel: cancel.mutate,
    show,
    run: id ? run.data : undefined,
    running: start.isPending || (run.data?.state === 'RUNNING' && !run.isError),
    error: start.error ?? (run.data?.state === 'RUNNING' ? run.error : null),
  }
}

export type RunControl = ReturnType<typeof useRun>
