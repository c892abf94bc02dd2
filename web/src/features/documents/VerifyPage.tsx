import { useMutation, useQuery } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { issued } from '../../api/papers'
import { moment } from '../../ui/format'
import { useHeading } from '../../ui/Page'
import { PlainProblem } from '../../ui/PlainProblem'
import { PublicLayout } from '../../ui/PublicLayout'

/** Whether a document on paper is the one that was issued: by its code, and byte by byte by its file. */
export default function VerifyPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { code = '' } = useParams()
  const heading = useHeading(t('documents.title'))
  const look = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('code')).replace(/[\s-]/g, '')
    void navigate(`/verify/${encodeURIComponent(typed.toUpperCase())}`)
  }
  return (
    <PublicLayout>
      <div className="w p-body">
        <h1 ref={heading} tabIndex={-1}>
          {t('documents.title')}
        </h1>
        <p className="sub">{t('documents.intro')}</p>
        <form className="frm own" onSubmit={look}>
          <label htmlFor="code">{t('documents.code')}</label>
          <input
            id="code"
            name="code"
            key={code}
            defaultValue={code}
            required
            autoComplete="off"
            maxLength={24}
          />
          <button type="submit" className="btn big">
            {t('documents.look')}
          </button>
        </form>
        {code && <Issued key={code} code={code} />}
      </div>
    </PublicLayout>
  )
}

function Issued({ code }: { code: string }) {
  const { t } = useTranslation()
  const found = useQuery({
    queryKey: ['issued', code],
    queryFn: () => issued.read(code),
    throwOnError: false,
  })
  if (found.error) return <PlainProblem error={found.error} />
  if (!found.data) return null
  const document = found.data
  return (
    <section aria-live="polite">
      <h2>{t('documents.genuine')}</h2>
      <dl className="stack-list">
        {(
          [
            ['name', document.title],
            ['number', document.number],
            ['issuer', document.issuer],
            ['at', moment(document.at)],
            ['sm3', document.sm3],
          ] as const
        ).map(([key, value]) => (
          <div key={key}>
            <dt>{t(`documents.field.${key}`)}</dt>
            <dd className="prose">{value}</dd>
          </div>
        ))}
      </dl>
      <Compare code={code} />
    </section>
  )
}

function Compare({ code }: { code: string }) {
  const { t } = useTranslation()
  const compare = useMutation({ mutationFn: (file: File) => issued.compare(code, file) })
  return (
    <div className="frm own">
      <label htmlFor="copy">{t('documents.compare')}</label>
      <input
        id="copy"
        type="file"
        accept="application/pdf"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file) compare.mutate(file)
        }}
      />
      {compare.error && <PlainProblem error={compare.error} />}
      {compare.data && (
        <p role="status" className={compare.data.same ? 'note ok' : 'note bad'}>
          {t(compare.data.same ? 'documents.same' : 'documents.different')}
        </p>
      )}
    </div>
  )
}
