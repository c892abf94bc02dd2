import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { workspaces } from '../../api/calls'
import type { Workspace } from '../../api/types'
import { ProblemAlert } from '../../ui/Problem'
import { useKeepWorkspace } from './queries'

const STEPS = {
  SUSPEND: workspaces.suspend,
  RESUME: workspaces.resume,
  TERMINATE: workspaces.terminate,
}
type Step = keyof typeof STEPS

/** Suspend, resume, terminate: each with a reason, effective at once. */
export function WorkspaceSteps({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation()
  const [step, setStep] = useState<Step | null>(null)
  const open = workspace.open.filter((name): name is Step => name in STEPS)
  return (
    <>
      {open.map((name) => (
        <Button key={name} danger={name !== 'RESUME'} onClick={() => setStep(name)}>
          {t(`workspace.step.${name}`)}
        </Button>
      ))}
      {step && <StepDialog workspace={workspace} step={step} onClose={() => setStep(null)} />}
    </>
  )
}

interface StepDialogProps {
  workspace: Workspace
  step: Step
  onClose: () => void
}

function StepDialog({ workspace, step, onClose }: StepDialogProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const keep = useKeepWorkspace()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const act = useMutation({
    mutationFn: () => STEPS[step](workspace.id, reason.trim()),
    onSuccess: (after) => {
      keep(after)
      void queries.invalidateQueries({ queryKey: ['agreement', workspace.agreement] })
      void message.success(t(`workspace.stepDone.${step}`))
      onClose()
    },
  })
  return (
    <Modal
      open
      title={t(`workspace.step.${step}`)}
      okText={t(`workspace.step.${step}`)}
      okButtonProps={{
        danger: step !== 'RESUME',
        disabled: !reason.trim(),
        loading: act.isPending,
      }}
      onOk={() => act.mutate()}
      onCancel={onClose}
    >
      <Alert
        type={step === 'RESUME' ? 'info' : 'warning'}
        showIcon
        className="problem"
        title={t(`workspace.stepText.${step}`)}
      />
      <Input.TextArea
        rows={3}
        autoFocus
        aria-label={t('workspace.reason')}
        placeholder={t('workspace.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <ProblemAlert error={act.error} />
    </Modal>
  )
}
