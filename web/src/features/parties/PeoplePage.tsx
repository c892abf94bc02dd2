import { PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Popconfirm, Select, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { parties } from '../../api/calls'
import { useIs } from '../../api/session'
import type { Account, Organisation, Role } from '../../api/types'
import { word } from '../../i18n'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { State } from '../../ui/State'
import { OrganisationDialog, PersonDialog, ROLES } from './dialogs'
import { History } from './History'

/** Organisations, their people and what each may act as. */
export default function PeoplePage() {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const chosen = params.get('organisation') ?? undefined
  const [dialog, setDialog] = useState<'organisation' | 'person' | null>(null)
  const manages = useIs('SYSTEM_ADMIN')
  const organisations = useSuspenseQuery({
    queryKey: ['organisations'],
    queryFn: parties.organisations,
  }).data
  return (
    <Page
      title={t('menu.people')}
      sub={t('parties.intro')}
      actions={
        manages && (
          <>
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => setDialog('organisation')}>
              {t('parties.addOrganisation')}
            </Button>
            <Button
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => setDialog('person')}
            >
              {t('parties.addPerson')}
            </Button>
          </>
        )
      }
    >
      <div className="cols flip">
        <section className="card" aria-label={t('parties.organisations')}>
          <Organisations
            organisations={organisations}
            chosen={chosen}
            onChoose={(id) => setParams(id ? { organisation: id } : {})}
          />
        </section>
        <section className="card col-m" aria-label={t('parties.people')}>
          {chosen && <History organisation={chosen} organisations={organisations} />}
          <People organisation={chosen} />
        </section>
      </div>
      {dialog === 'organisation' && <OrganisationDialog onClose={() => setDialog(null)} />}
      {dialog === 'person' && (
        <PersonDialog
          organisations={organisations}
          organisation={chosen}
          onClose={() => setDialog(null)}
        />
      )}
    </Page>
  )
}

interface OrganisationsProps {
  organisations: Organisation[]
  chosen?: string
  onChoose: (id?: string) => void
}

function Organisations({ organisations, chosen, onChoose }: OrganisationsProps) {
  const { t } = useTranslation()
  const all = { id: undefined, name: t('parties.all'), kind: '' }
  return (
    <ul className="picklist">
      {[all, ...organisations].map((it) => (
        <li key={it.id ?? 'all'}>
          <button
            type="button"
            aria-current={it.id === chosen ? 'true' : undefined}
            onClick={() => onChoose(it.id)}
          >
            {it.name}
            {it.kind && <small>{word('parties.kind', it.kind)}</small>}
          </button>
        </li>
      ))}
    </ul>
  )
}

function People({ organisation }: { organisation?: string }) {
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['people', organisation],
    queryFn: () => parties.people(organisation),
  })
  const secures = useIs('SECURITY_ADMIN')
  return (
    <Table<Account>
      rowKey="id"
      size="middle"
      loading={!data}
      scroll={{ x: 720 }}
      dataSource={data ?? []}
      locale={{ emptyText: <Empty>{t('parties.nobody')}</Empty> }}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        {
          title: t('parties.person'),
          render: (_, it) => (
            <>
              {it.name}
              <div className="sub">
                <code>{it.username}</code>
              </div>
            </>
          ),
        },
        {
          title: t('parties.organisation'),
          render: (_, it) => it.organisation?.name ?? t('common.none'),
        },
        {
          title: t('parties.roles'),
          width: 240,
          render: (_, it) =>
            secures ? (
              <RoleSelect account={it} />
            ) : (
              it.roles.map((role) => word('common.role', role)).join(t('data.comma'))
            ),
        },
        {
          title: t('work.column.stage'),
          width: 110,
          render: (_, it) =>
            it.locked ? (
              <State tone="err">{t('parties.locked')}</State>
            ) : (
              <State tone="ok">{t('parties.active')}</State>
            ),
        },
        ...(secures
          ? [
              {
                title: t('work.column.action'),
                width: 90,
                render: (_: unknown, it: Account) => <LockButton account={it} />,
              },
            ]
          : []),
      ]}
    />
  )
}

function RoleSelect({ account }: { account: Account }) {
  const { t } = useTranslation()
  const give = usePeopleAction((roles: Role[]) => parties.giveRoles(account.id, roles))
  return (
    <Select<Role[]>
      mode="multiple"
      size="small"
      className="full"
      aria-label={t('parties.rolesOf', { name: account.name })}
      value={account.roles}
      loading={give.isPending}
      onChange={(roles) => give.mutate(roles)}
      options={ROLES.map((value) => ({ value, label: t(`common.role.${value}`) }))}
    />
  )
}

function LockButton({ account }: { account: Account }) {
  const { t } = useTranslation()
  const change = usePeopleAction(() =>
    account.locked ? parties.unlock(account.id) : parties.lock(account.id),
  )
  const label = t(account.locked ? 'parties.unlock' : 'parties.lock')
  return (
    <Popconfirm
      title={t(account.locked ? 'parties.confirmUnlock' : 'parties.confirmLock', {
        name: account.name,
      })}
      onConfirm={() => change.mutate(undefined)}
    >
      <Button size="small" danger={!account.locked} loading={change.isPending}>
        {label}
      </Button>
    </Popconfirm>
  )
}

function usePeopleAction<T>(act: (value: T) => Promise<unknown>) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['people'] }),
    onError: (error) => void message.error(error.message),
  })
}
