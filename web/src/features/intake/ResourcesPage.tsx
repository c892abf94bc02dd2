import { PlusOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Modal, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { intake } from '../../api/calls'
import { useUser } from '../../api/session'
import type { Resource } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { date, number } from '../../ui/format'
import { Grade, highest } from '../../ui/Grade'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'
import { DescriptionForm } from './DescriptionForm'

/** A department's own resources, in every state. */
export default function ResourcesPage() {
  const { t } = useTranslation()
  const user = useUser()
  const [creating, setCreating] = useState(false)
  const resources = useSuspenseQuery({ queryKey: ['resources'], queryFn: intake.list }).data
  const add = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
      {t('intake.register')}
    </Button>
  )
  return (
    <Page
      title={t('menu.resources')}
      sub={t('intake.intro', { department: user.organisation.name })}
      actions={add}
    >
      <div className="card">
        <Table<Resource>
          rowKey="id"
          size="middle"
          scroll={{ x: 860 }}
          dataSource={resources}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          locale={{ emptyText: <Empty action={add}>{t('intake.none')}</Empty> }}
          columns={[
            {
              title: t('intake.resource'),
              render: (_, it) => (
                <div className="t-title">
                  <Link to={`/resources/${it.id}`}>{it.title}</Link>
                  <div className="sub">
                    <code>{it.name}</code>
                  </div>
                </div>
              ),
            },
            {
              title: t('work.column.stage'),
              width: 120,
              render: (_, it) => <Stage stage={it.state} />,
            },
            {
              title: t('data.grade.label'),
              width: 100,
              render: (_, it) =>
                it.columns.length ? <Grade grade={highest(it.columns)} /> : t('common.none'),
            },
            {
              title: t('catalogue.about.rowsLabel'),
              width: 130,
              align: 'right',
              render: (_, it) => (
                <span className="num">{it.rows ? number(it.rows) : t('common.none')}</span>
              ),
            },
            {
              title: t('catalogue.quality'),
              width: 100,
              align: 'right',
              render: (_, it) => (
                <span className="num">{it.quality?.score ?? t('common.none')}</span>
              ),
            },
            {
              title: t('catalogue.freshness.label'),
              width: 170,
              render: (_, it) => (
                <>
                  {t(`catalogue.freshness.${it.freshness}`)}
                  <div className="sub num">{it.refreshedAt ? date(it.refreshedAt) : ''}</div>
                </>
              ),
            },
          ]}
        />
      </div>
      {creating && <RegisterDialog onClose={() => setCreating(false)} />}
    </Page>
  )
}

function RegisterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const create = useMutation({
    mutationFn: intake.create,
    onSuccess: (resource) => {
      queries.setQueryData(['resource', resource.id], resource)
      void queries.invalidateQueries({ queryKey: ['resources'] })
      void navigate(`/resources/${resource.id}`)
    },
  })
  return (
    <Modal open width={640} title={t('intake.register')} footer={null} onCancel={onClose}>
      <DescriptionForm
        withName
        error={create.error}
        pending={create.isPending}
        submit={t('intake.create')}
        onSubmit={create.mutate}
      />
    </Modal>
  )
}
