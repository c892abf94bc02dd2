import { useMutation } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { applications, catalogue } from '../../api/calls'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'

/** Opens a draft, with the resource one came from already in its list, and goes to it. */
export default function NewApplication() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const resource = useSearchParams()[0].get('resource')
  const begun = useRef(false)
  const begin = useMutation({
    mutationFn: async () => {
      const draft = await applications.open()
      if (!resource) return draft
      const entry = await catalogue.read(resource)
      const columns = entry.columns.filter((it) => it.rights.length > 0).map((it) => it.name)
      const items = [{ resource, columns, necessity: '' }]
      return applications.save(draft.id, {
        version: draft.version,
        scenario: draft.scenario,
        items,
      })
    },
    onSuccess: (draft) => void navigate(`/applications/${draft.id}`, { replace: true }),
  })
  const { mutate } = begin
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    mutate()
  }, [mutate])
  return (
    <Page narrow title={t('authorisation.new')}>
      <ProblemAlert error={begin.error} />
      {begin.isPending && <Skeleton active />}
    </Page>
  )
}
