import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { catalogue } from '../../api/calls'
import { objections } from '../../api/demands'
import { useIs } from '../../api/session'
import { Empty } from '../../ui/Empty'
import { article, date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'
import { Stage } from '../../ui/stages'

const KINDS = ['WRONG', 'INCOMPLETE', 'OUTDATED', 'GRADE', 'REFUSED_WITHOUT_GROUND'] as const

/** Objections to the catalogue; `?resource=` begins one to that entry. */
export default function ObjectionsPage() {
  const { t } = useTranslation()
  const resource = useSearchParams()[0].get('resource') ?? undefined
  const may = useIs('PARTNER', 'OPERATOR')
  const [open, setOpen] = useState(Boolean(resource))
  const list = useSuspenseQuery({
    queryKey: ['catalogue-objections'],
    queryFn: objections.list,
  }).data
  return (
    <Page
      title={t('demands.objection.title')}
      sub={
        <p>
          {t('demands.objection.intro')} {article('5')}
        </p>
      }
      actions={
        may && (
          <Button type="primary" onClick={() => setOpen(true)}>
            {t('demands.objection.raise')}
          </Button>
        )
      }
    >
      {list.length === 0 && <Empty>{t('demands.objection.none')}</Empty>}
      <ul className="mcards">
        {list.map((it) => (
          <li key={it.id}>
            <Link to={`/catalogue-objections/${it.id}`}>
              <div className="mt">{it.title}</div>
              <div className="sub">
                <code>{it.number}</code> {it.objector.name} <span>{date(it.raisedOn)}</span>
              </div>
              <div className="mrow">
                <Stage stage={it.stage} kind="CATALOGUE_OBJECTION" />
                <span className="sub">{t(`demands.objection.kind.${it.kind}`)}</span>
              </div>
            </Link>
          </li>
        ))}
      </ul>
      {open && may && <RaiseObjection resource={resource} onClose={() => setOpen(false)} />}
    </Page>
  )
}

interface Fields {
  resource: string
  kind: (typeof KINDS)[number]
  text: string
}

function RaiseObjection({ resource, onClose }: { resource?: string; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const resources = useQuery({
    queryKey: ['catalogue', 'all'],
    queryFn: () => catalogue.search({ page: 0, size: 200 }),
    throwOnError: false,
  })
  const raise = useMutation({
    mutationFn: (it: Fields) => objections.raise(it),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: ['catalogue-objections'] })
      void navigate(`/catalogue-objections/${made.id}`)
    },
  })
  const needed = [{ required: true }]
  return (
    <Modal
      open
      title={t('demands.objection.raise')}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
    >
      <ProblemAlert error={raise.error} />
      <Form<Fields>
        layout="vertical"
        initialValues={{ resource, kind: 'WRONG' }}
        onFinish={(it) => raise.mutate(it)}
      >
        <Form.Item name="resource" label={t('demands.resource')} rules={needed}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={resources.data?.items.map((it) => ({
              value: it.id,
              label: `${it.title} ${it.department.name}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="kind" label={t('demands.objection.kindLabel')} rules={needed}>
          <Select
            options={KINDS.map((value) => ({ value, label: t(`demands.objection.kind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="text" label={t('demands.objection.text')} rules={needed}>
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
        <Button block type="primary" htmlType="submit" loading={raise.isPending}>
          {t('demands.objection.raise')}
        </Button>
      </Form>
    </Modal>
  )
}
