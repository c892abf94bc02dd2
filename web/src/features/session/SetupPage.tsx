import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate } from 'react-router'
import { session } from '../../api/calls'
import { sessionQuery, useSession } from '../../api/session'
import type { Role, Setup } from '../../api/types'
import { useHeading } from '../../ui/Page'
import { PlainProblem } from '../../ui/PlainProblem'
import { SessionLayout } from './LoginPage'

const ADMINISTRATORS: Role[] = ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN']

/** The first page of an empty installation: who the authority is, and its three administrators. */
export default function SetupPage() {
  const { t } = useTranslation()
  const { installation } = useSession()
  const heading = useHeading(t('session.setup.title'))
  const navigate = useNavigate()
  const queries = useQueryClient()
  const setUp = useMutation({
    mutationFn: session.setUp,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
      await navigate('/login')
    },
  })
  if (!installation.empty) return <Navigate to="/login" replace />
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setUp.mutate(read(new FormData(event.currentTarget)))
  }
  return (
    <SessionLayout>
      <h1 ref={heading} tabIndex={-1}>
        {t('session.setup.title')}
      </h1>
      <p className="prose">{t('session.setup.text')}</p>
      <form className="frm setup" onSubmit={onSubmit}>
        <fieldset>
          <legend>{t('session.setup.authority')}</legend>
          <Field name="authority" label={t('session.setup.name')} />
          <Field
            name="creditCode"
            label={t('session.setup.creditCode')}
            pattern="[0-9A-HJ-NP-RT-UW-Y]{18}"
          />
        </fieldset>
        <PersonFields prefix="user" legend={t('session.setup.authorityUser')} />
        {ADMINISTRATORS.map((role) => (
          <PersonFields key={role} prefix={role} legend={t(`common.role.${role}`)} />
        ))}
        <p className="sub">{t('session.passwordRule')}</p>
        {setUp.error && <PlainProblem error={setUp.error} />}
        <button className="btn big" type="submit" disabled={setUp.isPending}>
          {t('session.setup.create')}
        </button>
      </form>
    </SessionLayout>
  )
}

function read(form: FormData): Setup {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const person = (prefix: string) => ({
    username: text(`${prefix}.username`),
    name: text(`${prefix}.name`),
    password: text(`${prefix}.password`),
  })
  return {
    authority: { name: text('authority'), creditCode: text('creditCode') },
    authorityUser: person('user'),
    administrators: ADMINISTRATORS.map((role) => ({ ...person(role), role })),
  }
}

function PersonFields({ prefix, legend }: { prefix: string; legend: string }) {
  const { t } = useTranslation()
  return (
    <fieldset>
      <legend>{legend}</legend>
      <Field name={`${prefix}.name`} label={t('session.setup.personName')} />
      <Field name={`${prefix}.username`} label={t('session.username')} />
      <Field name={`${prefix}.password`} label={t('session.password')} type="password" />
    </fieldset>
  )
}

interface FieldProps {
  name: string
  label: string
  type?: string
  pattern?: string
}

function Field({ name, label, type = 'text', pattern }: FieldProps) {
  const [id] = useState(() => `field-${name}`)
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type={type} pattern={pattern} required autoComplete="off" />
    </div>
  )
}
