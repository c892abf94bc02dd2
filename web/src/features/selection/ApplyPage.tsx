import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, useParams } from 'react-router'
import { selection } from '../../api/selection'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'
import { candidacyQuery } from './queries'

/** Opens the own application for a selection, or the one that there is. */
export default function ApplyPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const queries = useQueryClient()
  const begin = useMutation({
    mutationFn: () => selection.begin(id),
    onSuccess: (candidacy) => {
      queries.setQueryData(candidacyQuery(candidacy.id).queryKey, candidacy)
    },
  })
  const { mutate } = begin
  useEffect(() => mutate(), [mutate])
  if (begin.data) return <Navigate to={`/candidacies/${begin.data.id}`} replace />
  return (
    <Page title={t('selection.apply')}>
      <ProblemAlert error={begin.error} />
      {begin.error ? (
        <Link to={`/notices/${id}`}>{t('selection.toPublic')}</Link>
      ) : (
        t('common.loading')
      )}
    </Page>
  )
}
