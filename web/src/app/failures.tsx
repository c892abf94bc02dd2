import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useRouteError } from 'react-router'
import { Refused } from '../api/http'
import { Mark } from '../ui/Brand'
import { article } from '../ui/format'
import { useHeading } from '../ui/Page'

export function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <Failure status="404" title={t('common.notFound.title')}>
      <p>{t('common.notFound.text')}</p>
    </Failure>
  )
}

/** What a page shows when its data could not be had: what happened, what to do, what to name when asking. */
export function ErrorPage() {
  const { t } = useTranslation()
  const error = useRouteError()
  if (!(error instanceof Refused)) {
    return (
      <Failure title={t('common.problem.unexpected')}>
        <p>{t('common.problem.page')}</p>
      </Failure>
    )
  }
  const { problem } = error
  if (problem.status === 404) return <NotFoundPage />
  return (
    <Failure status={problem.status ? String(problem.status) : undefined} title={problem.title}>
      <p>{problem.detail}</p>
      {problem.article && <p>{t('common.problem.basis', { article: article(problem.article) })}</p>}
      {problem.trace && (
        <p className="sub">
          {t('common.problem.traceLabel')} <code>{problem.trace}</code>
        </p>
      )}
    </Failure>
  )
}

function Failure(props: { status?: string; title: string; children: ReactNode }) {
  const { t } = useTranslation()
  const heading = useHeading(props.title)
  return (
    <main className="failure">
      <Mark size={44} />
      {props.status && <span className="failure-status num">{props.status}</span>}
      <h1 ref={heading} tabIndex={-1}>
        {props.title}
      </h1>
      {props.children}
      <div className="failure-ways">
        <button type="button" className="btn" onClick={() => location.reload()}>
          {t('common.retry')}
        </button>
        <Link className="btn ghost" to="/">
          {t('common.home')}
        </Link>
      </div>
    </main>
  )
}
