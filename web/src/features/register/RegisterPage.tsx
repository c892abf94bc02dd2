import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { registerQuery } from '../../api/rules'
import { useIs } from '../../api/session'
import type { Figure, RuleRegister } from '../../api/types'
import { article, date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ChangeDialog } from './ChangeDialog'
import { figureValue, figureWord } from './words'

/** Which rules are in force, where they contradict one another, and every figure with its history. */
export default function RegisterPage() {
  const { t } = useTranslation()
  const register = useSuspenseQuery(registerQuery).data
  return (
    <Page title={t('register.title')} sub={t('register.intro')}>
      <Statutes register={register} />
      <Conflicts register={register} />
      <Figures figures={register.figures} />
    </Page>
  )
}

function Statutes({ register }: { register: RuleRegister }) {
  const { t } = useTranslation()
  return (
    <section className="card pad0">
      <h2 className="h pad">{t('register.statutes')}</h2>
      <Table
        size="middle"
        pagination={false}
        rowKey="code"
        scroll={{ x: 640 }}
        dataSource={register.statutes}
        columns={[
          {
            title: t('register.column.rule'),
            dataIndex: 'code',
            render: (code: string) => t(`register.statute.${code}`),
          },
          {
            title: t('register.column.rank'),
            dataIndex: 'rank',
            render: (rank: string) => t(`register.rank.${rank}`),
          },
          {
            title: t('register.column.from'),
            dataIndex: 'from',
            render: (day: string | null) => day && date(day),
          },
          {
            title: t('register.column.until'),
            dataIndex: 'until',
            render: (day: string | null) =>
              day ? (
                <>
                  {date(day)} {day < register.today && <Tag color="red">{t('register.over')}</Tag>}
                </>
              ) : (
                t('register.open')
              ),
          },
        ]}
      />
    </section>
  )
}

function Conflicts({ register }: { register: RuleRegister }) {
  const { t } = useTranslation()
  const figureOf = (name: string | null | undefined) =>
    register.figures.find((it) => it.name === name)
  return (
    <section className="card pad0">
      <h2 className="h pad">{t('register.conflicts')}</h2>
      <Table
        size="middle"
        pagination={false}
        rowKey="code"
        scroll={{ x: 760 }}
        dataSource={register.conflicts}
        columns={[
          {
            title: t('register.column.topic'),
            dataIndex: 'code',
            render: (code: string) => t(`register.conflict.${code}.topic`),
          },
          {
            title: t('register.column.measures'),
            key: 'measures',
            render: (_, it) => t(`register.conflict.${it.code}.measures`),
          },
          {
            title: t('register.column.later'),
            key: 'later',
            render: (_, it) => (
              <>
                {t(`register.conflict.${it.code}.later`)}
                <p className="sub">{t(`register.statute.${it.later}`)}</p>
              </>
            ),
          },
          {
            title: t('register.column.handled'),
            key: 'handled',
            render: (_, it) => {
              const figure = figureOf(it.figure)
              return figure ? figureValue(figure, t) : t(`register.conflict.${it.code}.handled`)
            },
          },
        ]}
      />
    </section>
  )
}

function Figures({ figures }: { figures: Figure[] }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<Figure>()
  const authority = useIs('AUTHORITY')
  return (
    <section className="card pad0">
      <h2 className="h pad">{t('register.figures')}</h2>
      <Table
        size="middle"
        pagination={false}
        rowKey="name"
        scroll={{ x: 760 }}
        dataSource={figures}
        expandable={{
          expandedRowRender: (figure) => <History figure={figure} />,
          columnTitle: <span className="sr-only">{t('register.history')}</span>,
        }}
        columns={[
          {
            title: t('register.column.figure'),
            key: 'name',
            render: (_, it) => figureWord(it.name),
          },
          {
            title: t('register.column.now'),
            key: 'now',
            render: (_, it) => figureValue(it, t),
          },
          {
            title: t('register.column.basis'),
            dataIndex: 'basis',
            render: (basis: string) => (basis ? article(basis) : t('register.noBasis')),
          },
          {
            title: <span className="sr-only">{t('register.change')}</span>,
            key: 'act',
            hidden: !authority,
            render: (_, it) => (
              <Button size="small" onClick={() => setChosen(it)}>
                {t('register.change')}
              </Button>
            ),
          },
        ]}
      />
      {chosen && <ChangeDialog figure={chosen} onClose={() => setChosen(undefined)} />}
    </section>
  )
}

function History({ figure }: { figure: Figure }) {
  const { t } = useTranslation()
  return (
    <ul className="plainlist">
      {figure.history.map((it) => (
        <li key={it.from}>
          {t('register.fromDay', { day: date(it.from) })} <b>{it.value}</b>{' '}
          <span className="sub">
            {it.by ?? t('register.shipped')} {it.reason}
          </span>
        </li>
      ))}
    </ul>
  )
}
