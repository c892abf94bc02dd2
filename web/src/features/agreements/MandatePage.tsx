import { useSuspenseQuery } from '@tanstack/react-query'
import { Alert, Breadcrumb, Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { Mandate, MandateHead } from '../../api/types'
import { article, date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { State } from '../../ui/State'
import { Stage } from '../../ui/stages'
import { MandateForm } from './MandateForm'
import { MandateMoves } from './MandateMoves'
import { MandateRecord } from './MandateRecord'
import { mandateQuery } from './mandates'
import { PaperButton } from './PaperButton'
import { isChanged, Redline } from './Redline'

/** An authorisation agreement of articles 12 and 13: a document to read and print, and what is to be done about it. */
export default function MandatePage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const mandate = useSuspenseQuery(mandateQuery(id)).data
  const edits = mandate.open.some((move) => move.step === 'FILL')
  return (
    <Page
      className="case"
      title={mandate.title}
      mark={<Stage stage={mandate.stage} kind="MANDATE" />}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/mandates">{t('menu.mandates')}</Link> },
            { title: mandate.number },
          ]}
        />
      }
      sub={<Facts mandate={mandate} />}
      actions={<Links mandate={mandate} />}
    >
      <Notes mandate={mandate} />
      <div className="cols">
        <div className="col-m">
          <Text mandate={mandate} />
          {edits && <MandateForm key={mandate.version} mandate={mandate} />}
        </div>
        <aside className="col-s">
          <MandateMoves mandate={mandate} />
          <MandateRecord mandate={mandate} />
        </aside>
      </div>
    </Page>
  )
}

function Facts({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation()
  return (
    <p className="meta">
      <code>{mandate.number}</code>
      <span>{t('mandate.edition', { n: mandate.shownEdition })}</span>
      <span>{t('mandate.months', { n: mandate.months })}</span>
      {mandate.from && mandate.until && (
        <span>
          {t('agreement.fromTo', { from: date(mandate.from), until: date(mandate.until) })}
        </span>
      )}
    </p>
  )
}

function Links({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <>
      <Button onClick={() => void navigate(`/cases/${mandate.caseId}`)}>
        {t('agreement.toCase')}
      </Button>
      {mandate.edition > 0 && !mandate.closing && (
        <Button href={`/api/mandates/${mandate.id}/policy`} download={`${mandate.number}.jsonld`}>
          {t('mandate.policy')}
        </Button>
      )}
      {mandate.edition > 0 ? (
        <PaperButton kind="mandates" id={mandate.id} />
      ) : (
        <Button onClick={() => print()}>{t('work.print')}</Button>
      )}
      {mandate.closing && (
        <Button type="primary" onClick={() => void navigate(`/closings/${mandate.closing}`)}>
          {t('mandate.toClosing')}
        </Button>
      )}
    </>
  )
}

function Notes({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation()
  return (
    <>
      {mandate.missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="problem"
          title={t('mandate.missing', { n: mandate.missing.length })}
          description={mandate.missing.map((key) => t(`mandate.head.${key}`)).join(t('data.comma'))}
        />
      )}
      {mandate.reason && (
        <Alert
          type="info"
          showIcon
          className="problem"
          title={t('mandate.reason')}
          description={mandate.reason}
        />
      )}
    </>
  )
}

type Against = 'TEXT' | 'TEMPLATE' | 'EDITION'

function Text({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation()
  const amended = mandate.heads.some((it) => it.fromEdition.length > 0)
  const [against, setAgainst] = useState<Against>(amended ? 'EDITION' : 'TEXT')
  const ways: Against[] = amended ? ['TEXT', 'TEMPLATE', 'EDITION'] : ['TEXT', 'TEMPLATE']
  return (
    <section className="card document" aria-labelledby="heads">
      <h2 className="h" id="heads">
        {t('mandate.heads')} <small>{article('13')}</small>
      </h2>
      <Segmented<Against>
        className="no-print"
        value={against}
        onChange={setAgainst}
        options={ways.map((value) => ({ value, label: t(`mandate.against.${value}`) }))}
      />
      <dl className="heads">
        {mandate.heads.map((head, at) => (
          <div key={head.key}>
            <dt>
              {at + 1} {t(`mandate.head.${head.key}`)}
            </dt>
            <dd>
              <HeadText head={head} against={against} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="sub">
        {t('agreement.sm3')} <code className="break">{mandate.sm3}</code>
      </p>
    </section>
  )
}

function HeadText({ head, against }: { head: MandateHead; against: Against }) {
  const { t } = useTranslation()
  if (!head.text.trim() && against === 'TEXT')
    return <State tone="warn">{t('agreement.empty')}</State>
  if (against === 'TEXT') return <p className="redline">{head.text}</p>
  const segments = against === 'TEMPLATE' ? head.fromTemplate : head.fromEdition
  return (
    <>
      {isChanged(segments) && <State tone="warn">{t('mandate.changed')}</State>}
      <Redline segments={segments} />
    </>
  )
}
