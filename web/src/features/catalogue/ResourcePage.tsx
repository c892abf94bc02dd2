import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { catalogue } from '../../api/calls'
import { useSession } from '../../api/session'
import type { CatalogueEntry } from '../../api/types'
import { about, date, moment, number } from '../../ui/format'
import { useHeading } from '../../ui/Page'
import { PlainProblem } from '../../ui/PlainProblem'
import { PublicLayout } from '../../ui/PublicLayout'
import { FreshnessNote } from './FreshnessNote'
import { QualityBar } from './QualityBar'

/** One published resource: what it is, its dictionary, its versions, a synthetic sample. */
export default function ResourcePage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const entry = useSuspenseQuery({
    queryKey: ['catalogue', id],
    queryFn: () => catalogue.read(id),
  }).data
  const heading = useHeading(entry.title)
  return (
    <PublicLayout>
      <div className="w p-body">
        <nav className="crumbs" aria-label={t('catalogue.crumbs')}>
          <Link to="/catalogue">{t('catalogue.title')}</Link> <span aria-hidden="true">/</span>{' '}
          {entry.department.name}
        </nav>
        <div className="p-head">
          <div>
            <h1 ref={heading} tabIndex={-1}>
              {entry.title}
            </h1>
            <p className="facts">
              <code>{entry.name}</code>
              <i className={`lv lv-${entry.grade}`}>
                L{entry.grade} {t(`data.grade.${entry.grade}`)}
              </i>
              <FreshnessNote freshness={entry.freshness} at={entry.refreshedAt} />
            </p>
            <p className="prose">{entry.summary}</p>
          </div>
          <ApplyCard entry={entry} />
        </div>
        <About entry={entry} />
        <Dictionary entry={entry} />
        <Sample id={id} />
        <Versions entry={entry} />
      </div>
    </PublicLayout>
  )
}

function ApplyCard({ entry }: { entry: CatalogueEntry }) {
  const { t } = useTranslation()
  const { user } = useSession()
  const target = `/applications/new?resource=${entry.id}`
  return (
    <div className="p-apply">
      {entry.quality && <QualityBar score={entry.quality.score} note={date(entry.quality.at)} />}
      <Link className="btn big" to={user ? target : `/login?next=${encodeURIComponent(target)}`}>
        {t('catalogue.apply')}
      </Link>
      {user && ['PARTNER', 'OPERATOR'].includes(user.role) && (
        <p className="sub">
          <Link to={`/catalogue-objections?resource=${entry.id}`}>{t('catalogue.object')}</Link>
        </p>
      )}
    </div>
  )
}

function About({ entry }: { entry: CatalogueEntry }) {
  const { t } = useTranslation()
  const facts: [string, string][] = [
    ['department', entry.department.name],
    ['rowsLabel', about(entry.rows)],
    ['cycleLabel', t(`catalogue.cycle.${entry.updateCycle}`)],
    ['subject', t(`data.subject.${entry.subjectKind || 'none'}`)],
    ['basis', entry.legalBasis],
    ['retention', entry.retention],
    ['contact', entry.contact],
    ['publishedAt', entry.publishedAt ? date(entry.publishedAt) : ''],
  ]
  return (
    <dl className="p-facts">
      {facts.map(([key, value]) => (
        <div key={key}>
          <dt>{t(`catalogue.about.${key}`)}</dt>
          <dd>{value || t('common.notGiven')}</dd>
        </div>
      ))}
    </dl>
  )
}

function Dictionary({ entry }: { entry: CatalogueEntry }) {
  const { t } = useTranslation()
  return (
    <section>
      <h2>
        {t('catalogue.dictionary')}{' '}
        <small>{t('catalogue.columns', { n: entry.columns.length })}</small>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="p-scroll" tabIndex={0} aria-label={t('catalogue.dictionary')}>
        <table className="plain">
          <thead>
            <tr>
              {['column', 'meaning', 'type', 'class', 'grade', 'rights', 'completeness'].map(
                (key) => (
                  <th key={key} scope="col">
                    {t(`catalogue.column.${key}`)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {entry.columns.map((column) => (
              <tr key={column.name}>
                <th scope="row">
                  <code>{column.name}</code>
                  <small>{column.label}</small>
                </th>
                <td>{column.meaning || t('common.none')}</td>
                <td>{t(`data.type.${column.type}`)}</td>
                <td>{t(`data.class.${column.columnClass}`)}</td>
                <td>
                  <i className={`lv lv-${column.grade}`}>
                    L{column.grade} {t(`data.grade.${column.grade}`)}
                  </i>
                </td>
                <td className="rights">
                  {column.rights.length
                    ? column.rights.map((right) => t(`data.right.${right}`)).join(t('data.comma'))
                    : t('data.noRight')}
                </td>
                <td className="num">
                  {column.completeness == null ? t('common.none') : `${column.completeness}%`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function Sample({ id }: { id: string }) {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState(false)
  const { data, error, isFetching } = useQuery({
    queryKey: ['catalogue', id, 'sample'],
    queryFn: () => catalogue.sample(id),
    enabled: wanted,
    throwOnError: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <section>
      <h2>{t('catalogue.sample.title')}</h2>
      <p className="prose">{t('catalogue.sample.text')}</p>
      {!data && (
        <button
          type="button"
          className="btn ghost"
          disabled={isFetching}
          onClick={() => setWanted(true)}
        >
          {t(isFetching ? 'common.loading' : 'catalogue.sample.show')}
        </button>
      )}
      {error && <PlainProblem error={error} />}
      {data && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className="p-scroll" tabIndex={0} aria-label={t('catalogue.sample.title')}>
          <table className="plain">
            <thead>
              <tr>
                {data.columns.map((name) => (
                  <th key={name} scope="col">
                    <code>{name}</code>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((value, at) => (
                    <td key={data.columns[at]} className="num">
                      {value === null ? t('common.none') : String(value)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

function Versions({ entry }: { entry: CatalogueEntry }) {
  const { t } = useTranslation()
  return (
    <section>
      <h2>{t('catalogue.versions')}</h2>
      <table className="plain">
        <thead>
          <tr>
            {['version', 'rows', 'rejected', 'at'].map((key) => (
              <th key={key} scope="col">
                {t(`catalogue.versionColumn.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entry.versions.map((line) => (
            <tr key={line.version}>
              <th scope="row" className="num">
                {line.version}
              </th>
              <td className="num">{number(line.rows)}</td>
              <td className="num">{number(line.rejected)}</td>
              <td className="num">{moment(line.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
