import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button, DatePicker, Form, Input, InputNumber, Modal, Table } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { selection } from '../../api/selection'
import { useIs } from '../../api/session'
import type { SelectionNotice } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'
import { Stage } from '../../ui/stages'
import { noticesQuery, useKeepFile } from './queries'

/** The selections, those that are not published yet first. */
export default function SelectionsPage() {
  const { t } = useTranslation()
  const begins = useIs('AUTHORITY')
  const applies = useIs('PARTNER', 'OPERATOR')
  const published = useSuspenseQuery(noticesQuery).data
  const drafts = useQuery({
    queryKey: ['drafts'],
    queryFn: selection.drafts,
    enabled: begins,
  }).data
  const [open, setOpen] = useState(false)
  return (
    <Page
      title={t('menu.selections')}
      sub={t('selection.intro')}
      actions={
        begins && (
          <Button type="primary" onClick={() => setOpen(true)}>
            {t('selection.begin')}
          </Button>
        )
      }
    >
      <div className="card">
        <Table<SelectionNotice>
          rowKey="id"
          size="middle"
          pagination={false}
          scroll={{ x: 640 }}
          dataSource={[...(drafts ?? []), ...published]}
          locale={{ emptyText: <Empty>{t('selection.none')}</Empty> }}
          columns={[
            {
              title: t('selection.notice'),
              render: (_, it) => (
                <div className="t-title">
                  <Link to={applies ? `/selections/${it.id}/apply` : `/selections/${it.id}`}>
                    {it.title}
                  </Link>
                  <div className="sub">
                    <code>{it.number}</code>
                  </div>
                </div>
              ),
            },
            {
              title: t('selection.windowTitle'),
              width: 260,
              render: (_, it) => (
                <span className="num">
                  {t('selection.window', { from: date(it.opensOn), until: date(it.closesOn) })}
                </span>
              ),
            },
            {
              title: t('work.column.stage'),
              width: 150,
              render: (_, it) => <Stage stage={it.stage} kind="SELECTION" />,
            },
          ]}
        />
      </div>
      {open && <NewNotice onClose={() => setOpen(false)} />}
    </Page>
  )
}

interface NoticeForm {
  title: string
  conditions: string
  window: [Dayjs, Dayjs]
  experts?: number
}

function NewNotice({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const keep = useKeepFile()
  const create = useMutation({
    mutationFn: ({ title, conditions, window, experts }: NoticeForm) =>
      selection.create({
        title,
        conditions,
        opensOn: window[0].format('YYYY-MM-DD'),
        closesOn: window[1].format('YYYY-MM-DD'),
        experts,
      }),
    onSuccess: (file) => {
      keep(file)
      void navigate(`/selections/${file.notice.id}`)
    },
  })
  return (
    <Modal open title={t('selection.begin')} onCancel={onClose} footer={null} destroyOnHidden>
      <Form<NoticeForm> layout="vertical" onFinish={create.mutate}>
        <Form.Item name="title" label={t('selection.title')} rules={[{ required: true }]}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item
          name="conditions"
          label={t('selection.conditions')}
          rules={[{ required: true }]}
          extra={t('selection.conditionsHint')}
        >
          <Input.TextArea rows={5} maxLength={4000} />
        </Form.Item>
        <Form.Item name="window" label={t('selection.windowTitle')} rules={[{ required: true }]}>
          <DatePicker.RangePicker className="wide-input" />
        </Form.Item>
        <Form.Item name="experts" label={t('selection.experts')}>
          <InputNumber min={1} max={15} placeholder="3" />
        </Form.Item>
        <ProblemAlert error={create.error} />
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {t('selection.keepDraft')}
        </Button>
      </Form>
    </Modal>
  )
}
