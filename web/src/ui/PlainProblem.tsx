import { useTranslation } from 'react-i18next'
import { Refused } from '../api/http'
import { article } from './format'

/** Why something was not done, on the pages without antd. */
export function PlainProblem({ error }: { error: unknown }) {
  const { t } = useTranslation()
  if (!(error instanceof Refused)) return <p className="note bad">{String(error)}</p>
  const { problem } = error
  return (
    <div className="note bad" role="alert">
      <b>{problem.title}</b>
      {problem.detail && problem.detail !== problem.title && <p>{problem.detail}</p>}
      {problem.fields && (
        <ul>
          {Object.entries(problem.fields).map(([field, message]) => (
            <li key={field}>{message}</li>
          ))}
        </ul>
      )}
      {problem.article && (
        <p className="sub">{t('common.problem.basis', { article: article(problem.article) })}</p>
      )}
    </div>
  )
}
