import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { demands } from '../../api/demands'
import { useIs } from '../../api/session'
import { Empty } from '../../ui/Empty'
import { article, date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'
import { Stage } from '../../ui/stages'

/** The board: what is wanted, by whom, and what was answered. */
export default function DemandsPage() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const may = useIs('PARTNER', 'OPERATOR')
  const board = useSuspenseQuery({ queryKey: ['demands'], queryFn: demands.board }).data
  return (
    <Page
      title={t('demands.title')}
      sub={
        <p>
          {t('demands.intro')} {article('5')}
        </p>
      }
      actions={
        <>
          <Link className="btn" to="/catalogue-objections">
            {t('demands.objection.title')}
          </Link>
          {may && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t('demands.post')}
            </Button>
          )}
        </>
      }
    >
      {board.length === 0 && <Empty>{t('demands.none')}</Empty>}
      <ul className="mcards">
        {board.map((it) => (
          <li key={it.id}>
            <Link to={`/demands/${it.id}`}>
              <div className="mt">{it.title}</div>
              <div className="sub">
                <code>{it.number}</code> {it.poster.name} <span>{date(it.postedOn)}</span>
              </div>
              <div className="mrow">
                <Stage stage={it.stage} kind="DEMAND" />
                <span className="sub">{it.department?.name ?? t('demands.nobody')}</span>
                <span className="sub">{t('demands.supporters', { n: it.supporters })}</span>
              </div>
            </Link>
          </li>
        ))}
      </ul>
      {open && <PostDemand onClose={() => setOpen(false)} />}
    </Page>
  )
}

interface Fields {
  title: string
  scenario: string
  fields: string
  why: string
  department?: string
}

function PostDemand({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const departments = useQuery({
    queryKey: ['demands', 'departments'],
    queryFn: demands.departments,
    throwOnError: false,
  })
  const post = useMutation({
    mutationFn: (it: Fields) => demands.post({ ...it, fields: it.fields.split(/[\n,，、]/) }),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: ['demands'] })
      void navigate(`/demands/${made.id}`)
    },
  })
  const needed = [{ required: true, whitespace: true }]
  return (
    <Modal open title={t('demands.post')} onCancel={onClose} footer={null} destroyOnHidden>
      <ProblemAlert error={post.error} />
      <Form<Fields> layout="vertical" onFinish={(it) => post.mutate(it)}>
        <Form.Item name="title" label={t('demands.name')} rules={needed}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="scenario" label={t('demands.scenario')} rules={needed}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        <Form.Item
          name="fields"
          label={t('demands.fields')}
          extra={t('demands.fieldsHint')}
          rules={needed}
        >
          <Input.TextArea rows={3} />
        </Form.Item>
        <Form.Item name="why" label={t('demands.why')} rules={needed}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        <Form.Item name="department" label={t('demands.department')}>
          <Select
            allowClear
            placeholder={t('demands.unknown')}
            options={departments.data?.map((it) => ({ value: it.id, label: it.name }))}
          />
        </Form.Item>
        <Button block type="primary" htmlType="submit" loading={post.isPending}>
          {t('demands.post')}
        </Button>
      </Form>
    </Modal>
  )
}
