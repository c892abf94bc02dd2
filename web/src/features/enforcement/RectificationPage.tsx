import { DownloadOutlined } from '@ant-design/icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Alert, Breadcrumb, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { enforcement } from '../../api/supervision'
import type { Rectification } from '../../api/types'
import { article, date, day, moment } from '../../ui/format'
import { Page } from '../../ui/Page'
import { State } from '../../ui/State'
import { Stage } from '../../ui/stages'
import { RectificationMoves } from './RectificationMoves'

/** One finding: what was found, what is asked, what was done, who has it. */
export default function RectificationPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const rectification = useSuspenseQuery({
    queryKey: ['rectification', id],
    queryFn: () => enforcement.read(id),
  }).data
  const { line } = rectification
  return (
    <Page
      className="case"
      title={t('enforcement.heading', { who: line.target.name })}
      mark={<Stage stage={line.stage} kind="RECTIFICATION" />}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/rectifications">{t('menu.rectifications')}</Link> },
            { title: line.number },
          ]}
        />
      }
      sub={
        <p className="meta">
          <code>{line.number}</code>
          <span>{t('enforcement.by', { who: line.reporter.name })}</span>
          <span className="num">{date(line.reportedOn)}</span>
          <span>{article(rectification.article)}</span>
        </p>
      }
      actions={
        <>
          <Button onClick={() => void navigate(`/cases/${line.caseId}`)}>
            {t('agreement.toCase')}
          </Button>
          <Button
            icon={<DownloadOutlined aria-hidden />}
            href={`/api/rectifications/${line.id}/pack`}
          >
            {t('enforcement.pack')}
          </Button>
        </>
      }
    >
      <div className="cols">
        <div className="col-m">
          <Effect rectification={rectification} />
          <Told title={t('enforcement.finding')} text={line.finding} />
          {rectification.demand && (
            <Told
              title={t('enforcement.demand')}
              note={line.deadline ? t('enforcement.until', { day: day(line.deadline) }) : ''}
              text={rectification.demand}
            />
          )}
          {rectification.report && (
            <Told title={t('enforcement.done')} text={rectification.report} />
          )}
          <Referrals rectification={rectification} />
        </div>
        <aside className="col-s">
          <RectificationMoves key={rectification.version} rectification={rectification} />
        </aside>
      </div>
    </Page>
  )
}

function Told({ title, note, text }: { title: string; note?: string; text: string }) {
  return (
    <section className="card">
      <h2 className="h">
        {title} {note && <small>{note}</small>}
      </h2>
      <p className="prose">{text}</p>
    </section>
  )
}

const EFFECTS = {
  ORDERED: 'warning',
  SUBMITTED: 'warning',
  ACCEPTED: 'success',
  TERMINATED: 'error',
} as const

/** What the stage means for the access of whom it is about. */
function Effect({ rectification }: { rectification: Rectification }) {
  const { t } = useTranslation()
  const { stage } = rectification.line
  const type = EFFECTS[stage as keyof typeof EFFECTS]
  if (!type) return null
  return (
    <Alert
      className="problem"
      showIcon
      type={type}
      title={t(`enforcement.effect.${stage}`, { n: rectification.suspended.length })}
    />
  )
}

function Referrals({ rectification }: { rectification: Rectification }) {
  const { t } = useTranslation()
  if (rectification.referrals.length === 0) return null
  return (
    <section className="card" aria-labelledby="referrals">
      <h2 className="h" id="referrals">
        {t('enforcement.referrals')} <small>{article('39')}</small>
      </h2>
      <ul className="certificates">
        {rectification.referrals.map((it) => (
          <li key={it.regulator.id}>
            <div className="t-title">
              {it.regulator.name}
              <div className="sub">
                {t('enforcement.packSm3')} <code>{it.packSm3.slice(0, 24)}…</code>
              </div>
            </div>
            <span className="num">{moment(it.at)}</span>
            {it.receivedAt ? (
              <State tone="ok">{t('enforcement.received')}</State>
            ) : (
              <State tone="wait">{t('enforcement.notReceived')}</State>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
