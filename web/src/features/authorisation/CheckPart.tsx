import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Input, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { applications } from '../../api/calls'
import type { Application } from '../../api/types'
import { ProblemAlert } from '../../ui/Problem'
import { delicateOf, type Gap, gapsOf, type PartName } from './gaps'
import { useKeepApplication } from './queries'
import type { Autosave } from './useAutosave'
import { DataList, ScenarioText } from './views'

interface CheckProps {
  application: Application
  autosave: Autosave
  onGoTo: (part: PartName) => void
}

/** The whole application once more, what is still missing, and the button that submits it. */
export function CheckPart({ application, autosave, onGoTo }: CheckProps) {
  const { t } = useTranslation()
  const gaps = gapsOf(autosave.draft, delicateOf(application))
  const { flush } = autosave
  const [saved, setSaved] = useState(false)
  useEffect(() => {
    // A failure is shown above the form; the check then shows what was saved last.
    void flush()
      .catch(() => undefined)
      .finally(() => setSaved(true))
  }, [flush])
  if (!saved) return <Skeleton active />
  return (
    <>
      {gaps.length > 0 && <GapSummary gaps={gaps} onGoTo={onGoTo} />}
      <ScenarioText scenario={application.scenario} />
      <DataList items={application.items} />
      <SubmitForm application={application} autosave={autosave} ready={gaps.length === 0} />
      <p className="next">
        <b>{t('authorisation.then')}</b>
        {t('authorisation.after.SUBMIT')}
      </p>
    </>
  )
}

function GapSummary({ gaps, onGoTo }: { gaps: Gap[]; onGoTo: (part: PartName) => void }) {
  const { t } = useTranslation()
  const goTo = (gap: Gap) => {
    onGoTo(gap.part)
    // After the part is on the page.
    setTimeout(() => document.getElementById(`field-${gap.field}`)?.focus(), 80)
  }
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="problem"
      title={t('authorisation.toCorrect', { n: gaps.length })}
      description={
        <ul>
          {gaps.map((gap) => (
            <li key={`${gap.field} ${gap.text}`}>
              <button type="button" className="link" onClick={() => goTo(gap)}>
                {t(gap.text)}
              </button>
            </li>
          ))}
        </ul>
      }
    />
  )
}

interface SubmitProps {
  application: Application
  autosave: Autosave
  ready: boolean
}

function SubmitForm({ application, autosave, ready }: SubmitProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const keep = useKeepApplication()
  const [opinion, setOpinion] = useState('')
  const move = application.open.find((it) => ['SUBMIT', 'RESUBMIT'].includes(it.step))
  const submit = useMutation({
    mutationFn: async () => {
      const { version } = await autosave.flush()
      return applications.move(application.id, {
        version,
        step: move?.step ?? 'SUBMIT',
        opinion: opinion || undefined,
      })
    },
    onSuccess: (after) => {
      keep(after)
      void message.success(t('authorisation.submitted', { number: after.number }))
      void navigate(`/cases/${after.caseId}`)
    },
  })
  return (
    <>
      {move?.needsOpinion && (
        <Input.TextArea
          rows={2}
          aria-label={t('authorisation.whatChanged')}
          placeholder={t('authorisation.whatChanged')}
          value={opinion}
          onChange={(event) => setOpinion(event.target.value)}
        />
      )}
      <ProblemAlert error={submit.error} />
      <Button
        type="primary"
        size="large"
        className="submit"
        disabled={!ready || (move?.needsOpinion && !opinion.trim())}
        loading={submit.isPending}
        onClick={() => submit.mutate()}
      >
        {t(move?.step === 'RESUBMIT' ? 'authorisation.resubmit' : 'authorisation.submit')}
      </Button>
    </>
  )
}
