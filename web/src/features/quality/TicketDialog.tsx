import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { products, quality } from '../../api/market'
import { ProblemAlert } from '../../ui/Problem'

/** Reports a wrong value of a product that one makes or uses. */
export function TicketDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const used = useQuery({ queryKey: ['used'], queryFn: products.used, throwOnError: false })
  const own = useQuery({ queryKey: ['products'], queryFn: products.list, throwOnError: false })
  const all = [...(used.data ?? []), ...(own.data ?? [])]
  const send = useMutation({
    mutationFn: quality.report,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['tickets'] })
      void message.success(t('quality.reported'))
      onClose()
    },
  })
  return (
    <Modal open title={t('quality.report')} onCancel={onClose} footer={null} destroyOnHidden>
      <p className="prose">{t('quality.reportText')}</p>
      <ProblemAlert error={send.error} />
      <Form layout="vertical" onFinish={send.mutate}>
        <Form.Item name="product" label={t('products.product')} rules={[{ required: true }]}>
          <Select
            loading={used.isPending}
            options={[...new Map(all.map((it) => [it.id, it])).values()].map((it) => ({
              value: it.id,
              label: it.name,
            }))}
          />
        </Form.Item>
        <Form.Item name="column" label={t('quality.column')} rules={[{ required: true }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="sample" label={t('quality.sample')} rules={[{ required: true }]}>
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {t('quality.report')}
        </Button>
      </Form>
    </Modal>
  )
}
