import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { releases } from '../../api/calls'
import { ProblemAlert } from '../../ui/Problem'

interface Wish {
  purpose: string
  recipientNote: string
}

/** Asks for an exact result to be reviewed and handed over. */
export function ReleaseDialog({ run, onClose }: { run: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const ask = useMutation({
    mutationFn: ({ purpose, recipientNote }: Wish) =>
      releases.request(run, purpose, recipientNote ?? ''),
    onSuccess: (release) => {
      void message.success(t('workspace.asked', { number: release.number }))
      void queries.invalidateQueries({ queryKey: ['releases'] })
      void navigate(`/releases/${release.id}`)
    },
  })
  return (
    <Modal open title={t('workspace.askRelease')} footer={null} onCancel={onClose}>
      <p className="prose">{t('workspace.askText')}</p>
      <Form<Wish> layout="vertical" onFinish={ask.mutate}>
        <Form.Item name="purpose" label={t('workspace.purpose')} rules={[{ required: true }]}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <Form.Item name="recipientNote" label={t('workspace.recipient')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <ProblemAlert error={ask.error} />
        <Button type="primary" htmlType="submit" loading={ask.isPending}>
          {t('workspace.sendRelease')}
        </Button>
      </Form>
    </Modal>
  )
}
