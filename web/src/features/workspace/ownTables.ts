import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GrantedTable, OwnTable, Workspace } from '../../api/types'
import { ownQuery } from './OwnTableList'

/** What a question can name: the granted tables, then those that were brought along. */
export function useTables(workspace: Workspace): GrantedTable[] {
  const { t } = useTranslation()
  const own = useQuery({ ...ownQuery(workspace.id), throwOnError: false }).data
  const name = t('own.name')
  return useMemo(
    () => [
      ...workspace.tables,
      ...(own ?? [])
        .filter((it) => it.state === 'LANDED')
        .map((it) => asGranted(it, { ...workspace.partner, name })),
    ],
    [workspace, own, name],
  )
}

function asGranted(it: OwnTable, owner: GrantedTable['department']): GrantedTable {
  return {
    resource: it.id,
    version: 1,
    name: it.name,
    title: it.title,
    department: owner,
    rows: it.rows,
    subject: it.subject,
    subjectKind: it.subjectKind,
    columns: it.columns
      .filter((column) => column.name === it.subject || usable(column.columnClass))
      .map((column) => ({
        ...column,
        meaning: '',
        grade: 2,
        mask: column.name === it.subject ? 'PSEUDONYM' : 'NONE',
        rights: column.name === it.subject ? ['JOIN'] : ['GROUP', 'FILTER', 'OUTPUT_AGGREGATE'],
      })),
  }
}

const usable = (columnClass: string) => columnClass !== 'IDENTIFIER' && columnClass !== 'NEVER'
