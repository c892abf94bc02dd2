import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Modal, Select, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { base64, succession } from '../../api/succession'
import type { Organisation, OrganisationHistory } from '../../api/types'
import { date } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'

/** What happened to an organisation: new names, mergers, and who goes on for it. */
export function History(props: { organisation: string; organisations: Organisation[] }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const { data } = useQuery({
    queryKey: ['organisation', props.organisation],
    queryFn: () => succession.read(props.organisation),
    throwOnError: false,
  })
  if (!data) return null
  return (
    <>
      {data.mergedInto && (
        <Alert
          type="warning"
          showIcon
          className="problem"
          title={t('succession.mergedInto', { name: data.mergedInto.name })}
        />
      )}
      <Acts history={data} />
      {data.may && (
        <div className="bar">
          <Button onClick={() => setOpen(true)}>{t('succession.begin')}</Button>
        </div>
      )}
      {open && (
        <SuccessionDialog
          organisation={props.organisation}
          others={props.organisations.filter((it) => it.id !== props.organisation)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

function Acts({ history }: { history: OrganisationHistory }) {
  const { t } = useTranslation()
  if (history.acts.length === 0) return null
  return (
    <section aria-label={t('succession.history')}>
      <h2 className="h">{t('succession.history')}</h2>
      <ul className="plainlist">
        {history.acts.map((it) => (
          <li key={it.place}>
            <span className="num">{date(it.day)}</span>{' '}
            {t(`succession.act.${it.kind}`, { before: it.oldName, after: it.newName })}
            <p className="sub">
              <span>{it.basis}</span>{' '}
              <a
                href={`/api/organisations/${history.organisation.id}/acts/document?place=${it.place}`}
                download={it.documentName}
              >
                {it.documentName}
              </a>{' '}
              SM3 <code>{it.documentSm3.slice(0, 16)}…</code>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface Fields {
  kind: 'RENAME' | 'MERGE'
  name?: string
  successor?: string
  basis: string
  day?: string
}

function SuccessionDialog(props: {
  organisation: string
  others: Organisation[]
  onClose: () => void
}) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [form] = Form.useForm<Fields>()
  const kind = Form.useWatch('kind', form)
  const act = useMutation({
    mutationFn: async (it: Fields) =>
      succession.act(props.organisation, {
        ...it,
        day: it.day || undefined,
        documentName: file?.name,
        document: file && (await base64(file)),
      }),
    onSuccess: () => {
      for (const key of ['organisation', 'organisations', 'people']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
      props.onClose()
    },
  })
  const needed = [{ required: true }]
  return (
    <Modal open title={t('succession.begin')} onCancel={props.onClose} footer={null}>
      <p className="prose">{t('succession.note')}</p>
      <ProblemAlert error={act.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ kind: 'RENAME' }}
        onFinish={(it) => act.mutate(it)}
      >
        <Form.Item name="kind" label={t('succession.kindLabel')} rules={needed}>
          <Select
            options={(['RENAME', 'MERGE'] as const).map((value) => ({
              value,
              label: t(`succession.kind.${value}`),
            }))}
          />
        </Form.Item>
        {kind === 'MERGE' ? (
          <Form.Item name="successor" label={t('succession.successor')} rules={needed}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={props.others.map((it) => ({ value: it.id, label: it.name }))}
            />
          </Form.Item>
        ) : (
          <Form.Item name="name" label={t('succession.name')} rules={needed}>
            <Input maxLength={100} />
          </Form.Item>
        )}
        <Form.Item name="basis" label={t('succession.basis')} rules={needed}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="day" label={t('succession.day')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item label={t('succession.document')} required>
          <Upload
            maxCount={1}
            beforeUpload={(chosen) => {
              setFile(chosen)
              return false
            }}
          >
            <Button>{t('succession.choose')}</Button>
          </Upload>
        </Form.Item>
        <Button danger type="primary" htmlType="submit" disabled={!file} loading={act.isPending}>
          {t('succession.enter')}
        </Button>
      </Form>
    </Modal>
  )
}
