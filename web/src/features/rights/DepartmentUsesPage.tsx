import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { rights } from '../../api/rights'
import type { DepartmentUse, UseGround } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { date, moment } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'

/** For a source department: who used its data, for what, when; and on what ground each scenario uses them. */
export default function DepartmentUsesPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('rights.staff.title')} sub={t('rights.staff.intro')}>
      <section className="card" aria-labelledby="grounds">
        <h2 id="grounds">{t('rights.staff.grounds')}</h2>
        <Grounds />
      </section>
      <section className="card" aria-labelledby="uses">
        <h2 id="uses">{t('rights.staff.uses')}</h2>
        <Uses />
      </section>
    </Page>
  )
}

function Grounds() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey: ['grounds'], queryFn: rights.grounds })
  const change = useMutation({
    mutationFn: (it: UseGround) =>
      it.onConsent
        ? rights.demandConsentNoMore(it.workspace, it.resource)
        : rights.demandConsent(it.workspace, it.resource),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['grounds'] }),
  })
  return (
    <>
      <ProblemAlert error={change.error} />
      <Table<UseGround>
        rowKey={(it) => it.workspace + it.resource}
        size="middle"
        scroll={{ x: 760 }}
        dataSource={data}
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty>{t('rights.staff.noGrounds')}</Empty> }}
        columns={[
          {
            title: t('rights.scenario'),
            render: (_, it) => (
              <div className="t-title">
                {it.scenario}
                <div className="sub">
                  <span>{it.title}</span>
                  <span>{it.partnerName}</span>
                </div>
              </div>
            ),
          },
          { title: t('rights.agreementUntil'), width: 120, render: (_, it) => date(it.until) },
          {
            title: t('rights.staff.ground'),
            width: 180,
            render: (_, it) => (
              <>
                {t(it.onConsent ? 'rights.staff.onConsent' : 'rights.staff.deidentified')}
                {it.onConsent && (
                  <div className="sub">
                    {t('rights.staff.authorised', {
                      n: it.authorised ?? 0,
                      count: it.authorised ?? 0,
                    })}
                  </div>
                )}
              </>
            ),
          },
          {
            title: t('work.column.action'),
            width: 150,
            render: (_, it) => (
              <Button size="small" loading={change.isPending} onClick={() => change.mutate(it)}>
                {t(it.onConsent ? 'rights.staff.demandNoMore' : 'rights.staff.demand')}
              </Button>
            ),
          },
        ]}
      />
    </>
  )
}

function Uses() {
  const { t } = useTranslation()
  const [page, setPage] = useState(0)
  const { data } = useQuery({
    queryKey: ['department-uses', page],
    queryFn: () => rights.departmentUses(page),
    placeholderData: keepPreviousData,
  })
  return (
    <Table<DepartmentUse>
      rowKey={(it) => it.evidence + it.resource}
      size="middle"
      scroll={{ x: 760 }}
      dataSource={data?.items}
      locale={{ emptyText: <Empty>{t('rights.staff.noUses')}</Empty> }}
      pagination={{
        current: page + 1,
        pageSize: data?.size ?? 20,
        total: data?.total,
        showSizeChanger: false,
        hideOnSinglePage: true,
        onChange: (next) => setPage(next - 1),
      }}
      columns={[
        {
          title: t('rights.staff.when'),
          width: 160,
          render: (_, it) => <Link to={`/evidence/${it.evidence}`}>{moment(it.at)}</Link>,
        },
        { title: t('rights.staff.resource'), render: (_, it) => it.title },
        {
          title: t('rights.scenario'),
          render: (_, it) => <Link to={`/workspaces/${it.workspace}`}>{it.scenario}</Link>,
        },
        {
          title: t('rights.staff.partner'),
          render: (_, it) => `${it.partnerName} ${it.personName}`,
        },
        {
          title: t('rights.staff.lane'),
          width: 140,
          render: (_, it) => t(`rights.lane.${it.lane}`),
        },
      ]}
    />
  )
}
