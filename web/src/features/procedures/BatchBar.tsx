import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { desk } from '../../api/desk'
import type { BatchOutcome } from '../../api/types'
import { word } from '../../i18n'
import { ProblemAlert } from '../../ui/Problem'

interface BatchProps {
  tasks: string[]
  onDone: () => void
}

/** Several tasks of one step decided with one reason: each its own act, each with its own outcome. */
export function BatchBar({ tasks, onDone }: BatchProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  if (tasks.length === 0) return null
  return (
    <div className="bar" role="status">
      <span>{t('work.batch.chosen', { n: tasks.length })}</span>
      <Button type="primary" size="small" onClick={() => setOpen(true)}>
        {t('work.batch.decide')}
      </Button>
      {open && (
        <BatchDialog
          tasks={tasks}
          onClose={(decided) => {
            setOpen(false)
            if (decided) onDone()
          }}
        />
      )}
    </div>
  )
}

function BatchDialog(props: { tasks: string[]; onClose: (decided: boolean) => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const [opinion, setOpinion] = useState('')
  const steps = useQuery({
    queryKey: ['tasks', 'steps', props.tasks],
    queryFn: () => desk.steps(props.tasks),
    throwOnError: false,
  })
  const move = steps.data?.find((it) => it.step === chosen) ?? steps.data?.[0]
  const decide = useMutation({
    mutationFn: () => desk.decide({ tasks: props.tasks, step: move?.step, opinion }),
    onSuccess: () => {
      for (const key of ['tasks', 'cases', 'case']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
    },
  })
  const outcome = decide.data
  return (
    <Modal
      open
      title={t('work.batch.title', { n: props.tasks.length })}
      onCancel={() => props.onClose(Boolean(outcome))}
      footer={null}
      destroyOnHidden
    >
      <ProblemAlert error={steps.error ?? decide.error} />
      {outcome && <Outcome outcome={outcome} />}
      {!outcome && steps.data?.length === 0 && <p>{t('work.batch.nothing')}</p>}
      {!outcome && move && (
        <div className="fields">
          <p className="sub">{t('work.batch.intro')}</p>
          <Radio.Group
            className="moves"
            value={move.step}
            onChange={(event) => setChosen(event.target.value)}
            options={steps.data?.map((it) => ({
              value: it.step,
              label: word('work.step', it.step),
            }))}
          />
          <Input.TextArea
            aria-label={t('work.batch.reason')}
            placeholder={t('work.batch.reason')}
            rows={3}
            maxLength={2000}
            value={opinion}
            onChange={(event) => setOpinion(event.target.value)}
          />
          <Button
            block
            type="primary"
            disabled={move.needsOpinion && !opinion.trim()}
            loading={decide.isPending}
            onClick={() => decide.mutate()}
          >
            {word('work.step', move.step)}
          </Button>
        </div>
      )}
    </Modal>
  )
}

function Outcome({ outcome }: { outcome: BatchOutcome[] }) {
  const { t } = useTranslation()
  const failed = outcome.filter((it) => !it.done)
  return (
    <Alert
      type={failed.length > 0 ? 'warning' : 'success'}
      showIcon
      title={t('work.batch.outcome', {
        done: outcome.length - failed.length,
        failed: failed.length,
      })}
      description={
        <ul>
          {failed.map((it) => (
            <li key={it.task}>
              <Link to={`/cases/${it.caseId}`}>{it.number}</Link> {it.problem}
            </li>
          ))}
        </ul>
      }
    />
  )
}
