import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { enforcement } from '../../api/supervision'
import type { FindingRequest, Party } from '../../api/types'
import { ProblemAlert } from '../../ui/Problem'

/** Reports a finding: about whom, and what. */
export function ReportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const parties = useQuery({
    queryKey: ['rectifications', 'parties'],
    queryFn: enforcement.parties,
    throwOnError: false,
  })
  const targets: Party[] = parties.data?.targets ?? []
  const send = useMutation({
    mutationFn: (form: { target: string; finding: string }) => {
      const target = targets.find((it) => `${it.id} ${it.kind}` === form.target)!
      return enforcement.report({
        target: target.id,
        role: target.kind as FindingRequest['role'],
        finding: form.finding,
      })
    },
    onSuccess: (after) => {
      void queries.invalidateQueries({ queryKey: ['rectifications'] })
      void message.success(t('enforcement.reported'))
      void navigate(`/rectifications/${after.line.id}`)
    },
  })
  return (
    <Modal open title={t('enforcement.report')} onCancel={onClose} footer={null} destroyOnHidden>
      <p className="prose">{t('enforcement.reportText')}</p>
      <ProblemAlert error={parties.error ?? send.error} />
      <Form layout="vertical" onFinish={send.mutate}>
        <Form.Item name="target" label={t('enforcement.target')} rules={[{ required: true }]}>
          <Select
            loading={parties.isPending}
            options={targets.map((it) => ({
              value: `${it.id} ${it.kind}`,
              label: `${it.name} ${t(`common.role.${it.kind}`)}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="finding" label={t('enforcement.finding')} rules={[{ required: true }]}>
          <Input.TextArea rows={4} maxLength={4000} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {t('enforcement.report')}
        </Button>
      </Form>
    </Modal>
  )
}
