import { useSuspenseQuery } from '@tanstack/react-query'
import { Breadcrumb } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { Partnership } from '../../api/types'
import { article, date, moment } from '../../ui/format'
import { Page } from '../../ui/Page'
import { State, type Tone } from '../../ui/State'
import { Stage } from '../../ui/stages'
import { PartnerMoves } from './PartnerMoves'
import { partnershipQuery } from './queries'

const TONES: Record<string, Tone> = { GOOD: 'ok', SOON: 'warn', EXPIRED: 'err' }

/** A partner's standing: who, since when, what it has shown, what it works on, what was found. */
export default function PartnerPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const it = useSuspenseQuery(partnershipQuery(id)).data
  return (
    <Page
      className="case"
      title={it.partner.name}
      mark={<Stage stage={it.stage} kind="PARTNERSHIP" />}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/partners">{t('menu.partners')}</Link> },
            { title: it.number },
          ]}
        />
      }
      sub={<Facts partnership={it} />}
      actions={
        <Link className="btn ghost" to={`/cases/${it.caseId}`}>
          {t('agreement.toCase')}
        </Link>
      }
    >
      <div className="cols">
        <div className="col-m">
          <Capabilities partnership={it} />
          <Projects partnership={it} />
          <Findings partnership={it} />
        </div>
        <aside className="col-s">
          <PartnerMoves partnership={it} />
          <Filings partnership={it} />
        </aside>
      </div>
    </Page>
  )
}

function Facts({ partnership: it }: { partnership: Partnership }) {
  const { t } = useTranslation()
  return (
    <p className="meta">
      <code>{it.number}</code>
      <span>{t(`partners.kind.${it.partner.kind}`)}</span>
      <span>{t('partners.with', { who: it.operator.name })}</span>
      <span>{t('partners.underRules', { n: it.rulesVersion })}</span>
    </p>
  )
}

function Capabilities({ partnership }: { partnership: Partnership }) {
  const { t } = useTranslation()
  return (
    <section className="card" aria-labelledby="capabilities">
      <h2 className="h" id="capabilities">
        {t('partners.capabilities')} <small>{article('17')}</small>
      </h2>
      <p className="prose">{partnership.introduction}</p>
      <dl className="heads">
        {partnership.capabilities.map((it) => (
          <div key={it.kind}>
            <dt>{t(`partners.capability.${it.kind}`)}</dt>
            <dd>
              {it.text}
              <div className="sub">
                <State tone={TONES[it.state] ?? 'info'}>{t(`partners.evidence.${it.state}`)}</State>{' '}
                {it.validUntil && t('partners.goodUntil', { day: date(it.validUntil) })}
              </div>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Projects({ partnership }: { partnership: Partnership }) {
  const { t } = useTranslation()
  return (
    <section className="card" aria-labelledby="projects">
      <h2 className="h" id="projects">
        {t('partners.projects')} <small>{partnership.projects.length}</small>
      </h2>
      {partnership.projects.length === 0 && <p className="sub">{t('partners.noProject')}</p>}
      <ul className="seats">
        {partnership.projects.map((it) => (
          <li key={it.id}>
            <Link to={`/cases/${it.caseId}`}>{it.title}</Link>
            <Stage stage={it.state} />
            {it.keyDestroyed && <div className="sub">{t('partners.keyDestroyed')}</div>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Findings({ partnership }: { partnership: Partnership }) {
  const { t } = useTranslation()
  return (
    <section className="card" aria-labelledby="findings">
      <h2 className="h" id="findings">
        {t('partners.findings')} <small>{partnership.findings.length}</small>
      </h2>
      {partnership.findings.length === 0 && <p className="sub">{t('partners.noFinding')}</p>}
      <ul className="seats">
        {partnership.findings.map((it) => (
          <li key={it.id}>
            <Link to={`/rectifications/${it.id}`}>{it.number}</Link> {article(it.article)}
            <Stage stage={it.stage} kind="RECTIFICATION" />
            <div className="sub num">{date(it.reportedOn)}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Filings({ partnership: it }: { partnership: Partnership }) {
  const { t } = useTranslation()
  const days: [string, string | null | undefined][] = [
    ['applied', it.appliedOn],
    ['filed', it.filedOn],
    ['ends', it.until],
    ['left', it.leftOn],
    ['exited', it.exitedOn],
  ]
  return (
    <section className="card" aria-labelledby="filings">
      <h2 className="h" id="filings">
        {t('partners.filings')}
      </h2>
      <dl className="stack-list">
        {days.map(
          ([key, day]) =>
            day && (
              <div key={key}>
                <dt>{t(`partners.day.${key}`)}</dt>
                <dd className="num">{date(day)}</dd>
              </div>
            ),
        )}
      </dl>
      {it.deletion && (
        <>
          <h3>{t('partners.deletion')}</h3>
          <p className="prose">{it.deletion.text}</p>
          <p className="sub num">
            {it.deletion.by} {moment(it.deletion.at)}
          </p>
          <State tone={it.deletion.holds ? 'ok' : 'err'}>
            {t('partners.signed', { key: it.deletion.keyId })}
          </State>
          <p className="sub">{t('partners.destroyed', { n: it.deletion.destroyed.length })}</p>
        </>
      )}
    </section>
  )
}
