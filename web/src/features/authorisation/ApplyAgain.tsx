import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { reuse } from '../../api/scenarios'
import { useUser } from '../../api/session'
import type { Application } from '../../api/types'

/** A new draft that says what this application said. */
export function ApplyAgain({ application }: { application: Application }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const user = useUser()
  const copy = useMutation({
    mutationFn: () => reuse.copy(application.id),
    onSuccess: (draft) => void navigate(`/applications/${draft.id}`),
    onError: (error) => void message.error(error.message),
  })
  const own = application.applicant.id === user.organisation.id
  if (!own || application.stage === 'DRAFT' || !['PARTNER', 'OPERATOR'].includes(user.role)) {
    return null
  }
  return (
    <div className="card">
      <Button block loading={copy.isPending} onClick={() => copy.mutate()}>
        {t('authorisation.reuse.again')}
      </Button>
    </div>
  )
}
