import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refused } from '../api/http'
import { article } from './format'

/** Why something was not done, in the server's words, with its article and the trace to name when asking. */
export function ProblemAlert({ error }: { error: unknown }) {
  const { t } = useTranslation()
  if (!error) return null
  if (!(error instanceof Refused)) {
    return <Alert type="error" showIcon title={String(error)} className="problem" />
  }
  const { problem } = error
  const notes = [
    problem.article && t('common.problem.basis', { article: article(problem.article) }),
    problem.trace && t('common.problem.trace', { trace: problem.trace }),
  ].filter(Boolean)
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="problem"
      title={problem.title}
      description={
        <>
          {problem.detail && problem.detail !== problem.title && <p>{problem.detail}</p>}
          {problem.fields && (
            <ul>
              {Object.entries(problem.fields).map(([field, message]) => (
                <li key={field}>{message}</li>
              ))}
            </ul>
          )}
          {notes.length > 0 && <p className="sub">{notes.join(' ')}</p>}
        </>
      }
    />
  )
}
