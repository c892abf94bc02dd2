import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { disclosures } from '../../api/supervision'
import type { Disclosure, PeriodFacts } from '../../api/types'
import { word } from '../../i18n'
import { date, moment, number } from '../../ui/format'
import { useHeading } from '../../ui/Page'
import { PublicLayout } from '../../ui/PublicLayout'

/** What was signed, in readable form; the text itself is in the file that can be downloaded. */
interface Content {
  form: Record<string, string>
  facts: PeriodFacts
  creditCode: string
}

/** One disclosure, frozen, with its signature. */
export default function DisclosurePage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const disclosure = useSuspenseQuery({
    queryKey: ['disclosures', id],
    queryFn: () => disclosures.read(id),
  }).data
  const { line } = disclosure
  const content = disclosure.content as unknown as Content
  const heading = useHeading(`${line.discloser.name} ${line.year}`)
  return (
    <PublicLayout>
      <div className="w p-body">
        <nav className="crumbs" aria-label={t('catalogue.crumbs')}>
          <Link to="/disclosures">{t('disclosure.title')}</Link> <span aria-hidden="true">/</span>{' '}
          {line.year}
        </nav>
        <h1 ref={heading} tabIndex={-1}>
          {t('disclosure.heading', { who: line.discloser.name, year: line.year })}
        </h1>
        <p className="facts">
          <span>{t(`disclosure.as.${line.discloser.kind}`)}</span>
          {content.creditCode && <code>{content.creditCode}</code>}
          <span className="num">{moment(line.at)}</span>
          <span>{t('disclosure.version', { n: line.version })}</span>
        </p>
        <section>
          <dl className="stack-list">
            {Object.entries(content.form).map(([key, text]) => (
              <div key={key}>
                <dt>{word('supervision.field', key)}</dt>
                <dd className="prose">{text}</dd>
              </div>
            ))}
          </dl>
        </section>
        <Agreements facts={content.facts} />
        <Use facts={content.facts} />
        <Seal disclosure={disclosure} />
      </div>
    </PublicLayout>
  )
}

function Agreements({ facts }: { facts: PeriodFacts }) {
  const { t } = useTranslation()
  return (
    <section>
      <h2>
        {t('disclosure.granted')} <small>{t('common.total', { n: facts.agreements.length })}</small>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div className="p-scroll" tabIndex={0}>
        <table className="plain">
          <thead>
            <tr>
              <th>{t('disclosure.agreement')}</th>
              <th>{t('disclosure.user')}</th>
              <th>{t('disclosure.term')}</th>
              <th>{t('disclosure.resources')}</th>
            </tr>
          </thead>
          <tbody>
            {facts.agreements.map((it) => (
              <tr key={it.id}>
                <th scope="row">
                  {it.title}
                  <small>{it.number}</small>
                </th>
                <td>{it.partner.name}</td>
                <td className="num">
                  {t('disclosure.fromTo', { from: date(it.from), until: date(it.until) })}
                </td>
                <td className="rights">{it.resources.join(t('disclosure.comma'))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Use({ facts }: { facts: PeriodFacts }) {
  const { t } = useTranslation()
  const sum = (of: (it: PeriodFacts['used'][number]) => number) =>
    number(facts.used.reduce((all, it) => all + of(it), 0))
  return (
    <section>
      <h2>{t('disclosure.use')}</h2>
      <dl className="p-facts">
        <div>
          <dt>{t('disclosure.users')}</dt>
          <dd>{number(facts.used.length)}</dd>
        </div>
        <div>
          <dt>{t('disclosure.runs')}</dt>
          <dd>{sum((it) => it.runs)}</dd>
        </div>
        <div>
          <dt>{t('disclosure.refused')}</dt>
          <dd>{sum((it) => it.refused)}</dd>
        </div>
        <div>
          <dt>{t('disclosure.handedOver')}</dt>
          <dd>{sum((it) => it.handedOver)}</dd>
        </div>
      </dl>
    </section>
  )
}

function Seal({ disclosure }: { disclosure: Disclosure }) {
  const { t } = useTranslation()
  const file = `data:application/json;charset=utf-8,${encodeURIComponent(disclosure.text)}`
  return (
    <section>
      <h2>{t('disclosure.seal')}</h2>
      <p className={disclosure.holds ? 'fresh fresh-ok' : 'fresh fresh-warn'}>
        <i aria-hidden="true">{disclosure.holds ? '✓' : '!'}</i>{' '}
        {t(disclosure.holds ? 'disclosure.holds' : 'disclosure.doesNotHold')}
      </p>
      <dl className="stack-list">
        <div>
          <dt>SM3</dt>
          <dd>
            <code className="break">{disclosure.line.sm3}</code>
          </dd>
        </div>
        <div>
          <dt>{t('disclosure.signature', { key: disclosure.keyId })}</dt>
          <dd>
            <code className="break">{disclosure.signature.value}</code>
          </dd>
        </div>
      </dl>
      <a className="btn ghost" href={file} download={`disclosure-${disclosure.line.id}.json`}>
        {t('disclosure.download')}
      </a>
      {disclosure.versions.length > 1 && (
        <p className="facts">
          {t('disclosure.otherVersions')}
          {disclosure.versions.map((it) => (
            <Link key={it.id} to={`/disclosures/${it.id}`}>
              {t('disclosure.version', { n: it.version })}
            </Link>
          ))}
        </p>
      )}
    </section>
  )
}
