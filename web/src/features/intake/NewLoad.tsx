import { InboxOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Progress, Segmented, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { intake } from '../../api/calls'
import { bring, pull, type TableAddress } from '../../api/door'
import { Refused } from '../../api/http'
import type { Resource } from '../../api/types'
import i18n, { word } from '../../i18n'
import { bytes } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'

type Way = 'file' | 'table'

/** Brings new data: a file from this machine, or a table from the department's own database. */
export function NewLoad({ resource }: { resource: Resource }) {
  const { t } = useTranslation()
  const [way, setWay] = useState<Way>('file')
  return (
    <section className="card" aria-labelledby="new-load">
      <h2 className="h" id="new-load">
        {t('intake.newLoad')}
      </h2>
      <Segmented<Way>
        block
        value={way}
        onChange={setWay}
        options={(['file', 'table'] as Way[]).map((value) => ({
          value,
          label: t(`intake.way.${value}`),
        }))}
      />
      <div className="pad-top">
        {way === 'file' ? <FileForm resource={resource} /> : <TableForm resource={resource} />}
      </div>
      <p className="next">{t('intake.straight')}</p>
    </section>
  )
}

/** The door gives only codes; the sentence about a load is with the load, in the reader's language. */
async function explained(load: string, error: unknown): Promise<never> {
  if (!(error instanceof Refused)) throw error
  const { problem } = await intake.load(load)
  const said = problem?.detail ?? word('intake.door', error.code)
  throw new Refused({ ...error.problem, title: i18n.t('intake.doorRefused'), detail: said })
}

const formatOf = (file: File) => (/\.(parquet|pq)$/i.test(file.name) ? 'PARQUET' : 'CSV')

function FileForm({ resource }: { resource: Resource }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [sent, setSent] = useState(0)
  const load = useMutation({
    mutationFn: async (file: File) => {
      setSent(0)
      const ticket = await intake.ticket(resource.id, {
        format: formatOf(file),
        fileName: file.name,
        size: file.size,
      })
      await bring(ticket.url, file, setSent).catch((error) => explained(ticket.id, error))
      return ticket.id
    },
    onSuccess: (id) => void navigate(`/loads/${id}`),
  })
  const file = load.variables
  return (
    <>
      <Upload.Dragger
        accept=".csv,.txt,.parquet,.pq"
        showUploadList={false}
        disabled={load.isPending}
        beforeUpload={(chosen) => {
          load.mutate(chosen)
          return false
        }}
      >
        <p className="drop-icon">
          <InboxOutlined aria-hidden />
        </p>
        <p>{t('intake.drop')}</p>
        <p className="sub">{t('intake.formats')}</p>
      </Upload.Dragger>
      {load.isPending && file && (
        <div className="sending" role="status">
          <div className="row-sb">
            <span>{file.name}</span>
            <span className="num sub">
              {bytes(sent)} / {bytes(file.size)}
            </span>
          </div>
          <Progress
            percent={file.size ? Math.floor((sent / file.size) * 100) : 100}
            aria-label={t('intake.sending')}
          />
        </div>
      )}
      <ProblemAlert error={load.error} />
    </>
  )
}

function TableForm({ resource }: { resource: Resource }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const load = useMutation({
    mutationFn: async (address: TableAddress) => {
      const ticket = await intake.ticket(resource.id, {
        format: 'TABLE',
        fileName: address.table,
        size: 0,
      })
      await pull(ticket.url, address).catch((error) => explained(ticket.id, error))
      return ticket.id
    },
    onSuccess: (id) => void navigate(`/loads/${id}`),
  })
  const required = [{ required: true }]
  return (
    <Form<TableAddress> layout="vertical" onFinish={load.mutate} requiredMark={false}>
      <Form.Item name="url" label={t('intake.jdbc')} rules={required}>
        <Input className="mono" placeholder="jdbc:postgresql://10.0.0.8:5432/housing" />
      </Form.Item>
      <Form.Item name="table" label={t('intake.table')} rules={required}>
        <Input className="mono" placeholder="public.leases" />
      </Form.Item>
      <Form.Item name="user" label={t('intake.user')} rules={required}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="password" label={t('session.password')} rules={required}>
        <Input.Password autoComplete="off" />
      </Form.Item>
      <ProblemAlert error={load.error} />
      <Button type="primary" block htmlType="submit" loading={load.isPending}>
        {t('intake.pull')}
      </Button>
    </Form>
  )
}
