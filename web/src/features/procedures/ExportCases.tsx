import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fetchCases } from '../../api/papers'
import { ProblemAlert } from '../../ui/Problem'

const FORMS = ['XLSX', 'CSV'] as const
type Chosen = { purpose: string; form: (typeof FORMS)[number] }

/** The list as it is filtered, for other programs; what it is for is kept as evidence. */
export function ExportCases({ kind, q }: { kind?: string; q?: string }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const fetch = useMutation({
    mutationFn: (chosen: Chosen) => fetchCases({ ...chosen, kind, q }),
    onSuccess: () => setOpen(false),
  })
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('work.export.button')}</Button>
      <Modal
        open={open}
        title={t('work.export.dialog')}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
      >
        <ProblemAlert error={fetch.error} />
        <Form
          layout="vertical"
          initialValues={{ form: 'XLSX' }}
          onFinish={(chosen: Chosen) => fetch.mutate(chosen)}
        >
          <Form.Item name="purpose" label={t('work.export.purpose')} rules={[{ required: true }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="form" label={t('work.export.form')}>
            <Radio.Group
              options={FORMS.map((value) => ({ value, label: t(`work.export.forms.${value}`) }))}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={fetch.isPending}>
            {t('work.export.button')}
          </Button>
        </Form>
      </Modal>
    </>
  )
}
