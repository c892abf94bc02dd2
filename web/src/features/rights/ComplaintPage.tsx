import { useQuery } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { catalogue } from '../../api/calls'
import { rights } from '../../api/rights'
import { PlainProblem } from '../../ui/PlainProblem'
import { useAct } from './queries'
import { Proven, RightsLayout } from './RightsLayout'

/** A complaint about a source department goes to the authority and not to the department. */
export default function ComplaintPage() {
  const { t } = useTranslation()
  return (
    <RightsLayout title={t('rights.service.complaint.name')}>
      <Proven>
        <p className="sub">{t('rights.complaintText')}</p>
        <Complaint />
      </Proven>
    </RightsLayout>
  )
}

function Complaint() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const chosen = useSearchParams()[0].get('department') ?? ''
  const departments = useDepartments()
  const send = useAct(rights.ask, (made) => void navigate(`/rights/requests/${made.id}`))
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    send.mutate({
      kind: 'COMPLAINT',
      department: String(form.get('department')),
      reason: String(form.get('reason')),
    })
  }
  return (
    <form className="frm own" onSubmit={onSubmit}>
      <label htmlFor="department">{t('rights.complainAbout')}</label>
      <select
        id="department"
        name="department"
        required
        key={departments.length}
        defaultValue={chosen}
      >
        <option value="">{t('rights.choose')}</option>
        {departments.map((it) => (
          <option key={it.id} value={it.id}>
            {it.name}
          </option>
        ))}
      </select>
      <label htmlFor="reason">{t('rights.reason')}</label>
      <textarea id="reason" name="reason" rows={5} maxLength={1000} required />
      {send.error && <PlainProblem error={send.error} />}
      <button type="submit" className="btn big" disabled={send.isPending}>
        {t('rights.send')}
      </button>
    </form>
  )
}

/** The departments of the catalogue, each once. */
function useDepartments() {
  const { data } = useQuery({
    queryKey: ['catalogue', 'departments'],
    queryFn: () => catalogue.search({ size: 200 }),
  })
  const named = new Map(data?.items.map((it) => [it.department.id, it.department.name]))
  return [...named].map(([id, name]) => ({ id, name }))
}
