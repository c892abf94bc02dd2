import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { quality } from '../../api/market'
import { useUser } from '../../api/session'
import type { Leak } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'
import { Stage } from '../../ui/stages'

const REPORTERS = ['AUTHORITY', 'SOURCE', 'OPERATOR', 'PARTNER', 'SECURITY_REGULATOR']

/** Leaks, as those who report and decide them see them (art. 25). */
export default function LeaksPage() {
  const { t } = useTranslation()
  const { role } = useUser()
  const [reporting, setReporting] = useState(false)
  const leaks = useSuspenseQuery({ queryKey: ['leaks'], queryFn: quality.leaks }).data
  return (
    <Page
      title={t('menu.leaks')}
      sub={t('quality.leakIntro')}
      actions={
        REPORTERS.includes(role) && (
          <Button type="primary" danger onClick={() => setReporting(true)}>
            {t('quality.reportLeak')}
          </Button>
        )
      }
    >
      <div className="card">
        <Table<Leak>
          rowKey="id"
          size="middle"
          scroll={{ x: 760 }}
          pagination={false}
          dataSource={leaks}
          locale={{ emptyText: <Empty>{t('quality.noLeaks')}</Empty> }}
          columns={[
            {
              title: t('quality.what'),
              render: (_, it) => (
                <div className="t-title">
                  <Link to={`/leaks/${it.id}`}>{it.what}</Link>
                  <div className="sub">
                    <code>{it.number}</code>
                    <span>{it.reporter.name}</span>
                    <span className="num">{date(it.reportedOn)}</span>
                  </div>
                </div>
              ),
            },
            {
              title: t('quality.suspect'),
              width: 220,
              render: (_, it) => it.suspect?.name ?? t('common.none'),
            },
            {
              title: t('work.column.stage'),
              width: 140,
              render: (_, it) => <Stage stage={it.stage} kind="LEAK" />,
            },
          ]}
        />
      </div>
      {reporting && <LeakDialog onClose={() => setReporting(false)} />}
    </Page>
  )
}

function LeakDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const suspects = useQuery({
    queryKey: ['suspects'],
    queryFn: quality.suspects,
    throwOnError: false,
  })
  const send = useMutation({
    mutationFn: (form: { what: string; suspect?: string }) =>
      quality.reportLeak({ what: form.what, ...(form.suspect && { suspect: form.suspect }) }),
    onSuccess: (after) => {
      void queries.invalidateQueries({ queryKey: ['leaks'] })
      void navigate(`/leaks/${after.id}`)
    },
  })
  return (
    <Modal open title={t('quality.reportLeak')} onCancel={onClose} footer={null} destroyOnHidden>
      <ProblemAlert error={send.error} />
      <Form layout="vertical" onFinish={send.mutate}>
        <Form.Item name="what" label={t('quality.what')} rules={[{ required: true }]}>
          <Input.TextArea rows={4} maxLength={4000} />
        </Form.Item>
        <Form.Item name="suspect" label={t('quality.suspectMay')}>
          <Select
            allowClear
            loading={suspects.isPending}
            options={suspects.data?.map((it) => ({ value: it.id, label: it.name }))}
          />
        </Form.Item>
        <Button type="primary" danger htmlType="submit" loading={send.isPending}>
          {t('quality.reportLeak')}
        </Button>
      </Form>
    </Modal>
  )
}
