import { UploadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bring } from '../../api/door'
import { own } from '../../api/own'
import type { OwnTableRequest } from '../../api/types'
import { ProblemAlert } from '../../ui/Problem'

type Basis = OwnTableRequest['basis']
const BASES: Basis[] = ['CONSENT', 'CONTRACT', 'OWN_RECORDS', 'PUBLIC']

interface Words {
  name: string
  title: string
  basis: Basis
  statement: string
}

/** Says what is brought and by what right; the file then goes straight to the domain's door. */
export function OwnTableForm({ workspace }: { workspace: string }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [form] = Form.useForm<Words>()
  const [file, setFile] = useState<File | null>(null)
  const send = useMutation({
    mutationFn: async ({ words, chosen }: { words: Words; chosen: File }) => {
      const ticket = await own.bring(workspace, {
        ...words,
        fileName: chosen.name,
        format: chosen.name.toLowerCase().endsWith('.parquet') ? 'PARQUET' : 'CSV',
      })
      await bring(ticket.url, chosen, () => {})
    },
    onSuccess: () => {
      form.resetFields()
      setFile(null)
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: ['own', workspace] }),
  })
  return (
    <section className="card" aria-labelledby="own-bring">
      <h2 className="h" id="own-bring">
        {t('own.bring')}
      </h2>
      <p className="prose">{t('own.seen')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ basis: 'CONSENT' }}
        onFinish={(words) => file && send.mutate({ words, chosen: file })}
      >
        <Form.Item name="name" label={t('own.tableName')} rules={[{ required: true }]}>
          <Input maxLength={63} autoComplete="off" />
        </Form.Item>
        <Form.Item name="title" label={t('own.tableTitle')} rules={[{ required: true }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="basis" label={t('own.basis')}>
          <Select options={BASES.map((value) => ({ value, label: t(`own.basisOf.${value}`) }))} />
        </Form.Item>
        <Form.Item name="statement" label={t('own.statement')} rules={[{ required: true }]}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
        <Upload
          accept=".csv,.txt,.parquet"
          maxCount={1}
          fileList={file ? [{ uid: '1', name: file.name }] : []}
          beforeUpload={(chosen) => {
            setFile(chosen)
            return false
          }}
          onRemove={() => setFile(null)}
        >
          <Button icon={<UploadOutlined aria-hidden />}>{t('own.file')}</Button>
        </Upload>
        <ProblemAlert error={send.error} />
        <Button type="primary" htmlType="submit" loading={send.isPending} disabled={!file}>
          {t('own.send')}
        </Button>
      </Form>
    </section>
  )
}
