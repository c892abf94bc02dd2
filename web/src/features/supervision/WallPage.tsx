import { ReloadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useUser } from '../../api/session'
import { duties } from '../../api/supervision'
import type { CertificateLine, DutyLine, PartyLine, Wall } from '../../api/types'
import { word } from '../../i18n'
import { Empty } from '../../ui/Empty'
import { article, date, number, percent } from '../../ui/format'
import { Page } from '../../ui/Page'
import { State, type Tone } from '../../ui/State'
import { DutyName, DutyState } from './DutyState'
import { MonthChart } from './MonthChart'

/** Who is behind: everybody who owes something, the authority among them. */
export default function WallPage() {
  const { t } = useTranslation()
  const wall = useSuspenseQuery({ queryKey: ['duties', 'wall'], queryFn: duties.wall }).data
  return (
    <Page
      title={t('supervision.wall')}
      sub={t('supervision.wallIntro', { day: date(wall.today) })}
      actions={<WallActions />}
    >
      <Figures wall={wall} />
      <div className="two">
        <section className="card" aria-labelledby="wall-parties">
          <h2 className="h" id="wall-parties">
            {t('supervision.whoIsBehind')} <small>{t('supervision.lastYear')}</small>
          </h2>
          <Parties lines={wall.parties} />
        </section>
        <section className="card" aria-labelledby="wall-months">
          <h2 className="h" id="wall-months">
            {t('supervision.inTime')} <small>{t('supervision.byMonth')}</small>
          </h2>
          <MonthChart months={wall.months} />
        </section>
      </div>
      <section className="card" aria-labelledby="wall-late">
        <h2 className="h" id="wall-late">
          {t('supervision.late')} <small>{t('common.total', { n: wall.late.length })}</small>
        </h2>
        <LateTable lines={wall.late} empty={t('supervision.nothingLate')} />
      </section>
      {wall.waiting.length > 0 && (
        <section className="card" aria-labelledby="wall-waiting">
          <h2 className="h" id="wall-waiting">
            {t('supervision.waitingLong')} <small>{t('supervision.waitingLongText')}</small>
          </h2>
          <ul className="certificates">
            {wall.waiting.map((it) => (
              <li key={it.duty.id}>
                <DutyName line={it.duty} />
                <span>
                  {t('supervision.awaited', { who: it.by.join(t('supervision.comma')) })}
                  <div className="sub num">
                    {t('supervision.since', { day: date(it.duty.actBy) })}
                  </div>
                </span>
                <DutyState state={it.duty.state} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="card" aria-labelledby="wall-certificates">
        <h2 className="h" id="wall-certificates">
          {t('supervision.certificates')} <small>{article('31')}</small>
        </h2>
        <Certificates lines={wall.certificates} />
      </section>
    </Page>
  )
}

function WallActions() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const user = useUser()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const look = useMutation({
    mutationFn: duties.look,
    onSuccess: ({ opened }) => {
      void queries.invalidateQueries({ queryKey: ['duties'] })
      void message.success(t('supervision.looked', { n: opened }))
    },
    onError: (error) => void message.error(error.message),
  })
  return (
    <>
      <Button onClick={() => void navigate('/duty-rules')}>{t('menu.dutyRules')}</Button>
      {user.role === 'AUTHORITY' && (
        <Button
          icon={<ReloadOutlined aria-hidden />}
          loading={look.isPending}
          onClick={() => look.mutate()}
        >
          {t('supervision.look')}
        </Button>
      )}
    </>
  )
}

function Figures({ wall }: { wall: Wall }) {
  const { t } = useTranslation()
  const { totals } = wall
  const figures = [
    {
      key: 'rate',
      value: totals.due === 0 ? t('common.none') : percent(totals.inTime / totals.due),
      note: t('supervision.ofDue', { n: totals.inTime, all: totals.due }),
      to: '/duties',
    },
    { key: 'overdue', value: number(totals.overdue), to: '/duties?state=OVERDUE' },
    { key: 'submitted', value: number(totals.submitted), to: '/duties?state=SUBMITTED' },
    { key: 'returned', value: number(totals.returned), to: '/duties?state=RETURNED' },
    { key: 'expired', value: number(totals.expired), to: '/duties?article=31' },
  ]
  return (
    <ul className="figures">
      {figures.map((it) => (
        <li key={it.key} className="card">
          <Link to={it.to}>{t(`supervision.figure.${it.key}`)}</Link>
          <b className="num">{it.value}</b>
          <small>{it.note ?? t(`supervision.figureNote.${it.key}`)}</small>
        </li>
      ))}
    </ul>
  )
}

function Parties({ lines }: { lines: PartyLine[] }) {
  const { t } = useTranslation()
  return (
    <Table<PartyLine>
      rowKey={(it) => `${it.party.id} ${it.role}`}
      size="middle"
      pagination={false}
      scroll={{ x: 520 }}
      dataSource={lines}
      locale={{ emptyText: <Empty>{t('supervision.nothingOwed')}</Empty> }}
      columns={[
        {
          title: t('supervision.party'),
          render: (_, it) => (
            <div className="t-title">
              {it.party.name}
              <div className="sub">{t(`common.role.${it.role}`)}</div>
            </div>
          ),
        },
        {
          title: t('supervision.overdueNow'),
          width: 150,
          render: (_, it) =>
            it.overdue === 0 ? (
              <State tone="ok">{t('supervision.none')}</State>
            ) : (
              <>
                <State tone="err">{t('supervision.items', { n: it.overdue })}</State>
                {it.oldest && (
                  <div className="sub">{t('supervision.since', { day: date(it.oldest) })}</div>
                )}
              </>
            ),
        },
        {
          title: t('supervision.inTime'),
          width: 130,
          align: 'right',
          render: (_, it) => (
            <span className="num">
              {it.due === 0 ? t('common.none') : percent(it.inTime / it.due)}
              <div className="sub">
                {it.inTime} / {it.due}
              </div>
            </span>
          ),
        },
      ]}
    />
  )
}

function LateTable({ lines, empty }: { lines: DutyLine[]; empty: string }) {
  const { t } = useTranslation()
  return (
    <Table<DutyLine>
      rowKey="id"
      size="middle"
      scroll={{ x: 720 }}
      pagination={{ pageSize: 10, hideOnSinglePage: true }}
      dataSource={lines}
      locale={{ emptyText: <Empty>{empty}</Empty> }}
      columns={[
        { title: t('supervision.duty'), render: (_, it) => <DutyName line={it} /> },
        { title: t('supervision.party'), width: 240, render: (_, it) => it.owner.name },
        {
          title: t('supervision.lastDay'),
          width: 130,
          render: (_, it) => <span className="num">{date(it.actBy)}</span>,
        },
        {
          title: t('work.column.stage'),
          width: 130,
          render: (_, it) => <DutyState state={it.state} />,
        },
      ]}
    />
  )
}

const CERTIFICATE_TONES: Record<string, Tone> = { EXPIRED: 'err', EXPIRING: 'warn', VALID: 'ok' }

function Certificates({ lines }: { lines: CertificateLine[] }) {
  const { t } = useTranslation()
  if (lines.length === 0) return <Empty>{t('supervision.noCertificates')}</Empty>
  return (
    <ul className="certificates">
      {lines.map((it) => (
        <li key={it.duty.id}>
          <DutyName line={it.duty} />
          <span className="num">{t('supervision.validUntil', { day: date(it.validUntil) })}</span>
          <State tone={CERTIFICATE_TONES[it.state] ?? 'mute'}>
            {word('supervision.certificate', it.state)}
          </State>
        </li>
      ))}
    </ul>
  )
}
