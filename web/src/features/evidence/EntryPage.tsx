import { useSuspenseQuery } from '@tanstack/react-query'
import { Breadcrumb } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { evidence } from '../../api/calls'
import type { EvidenceDetail } from '../../api/types'
import { word } from '../../i18n'
import { article, moment, number } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ReceiptLink } from './EvidencePage'
import { Offline } from './Offline'
import { Proof } from './Proof'

/** One entry of the log, as it was hashed. */
export default function EntryPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const entry = useSuspenseQuery({
    queryKey: ['evidence', 'entry', id],
    queryFn: () => evidence.read(id),
  }).data
  return (
    <Page
      className="case"
      title={word('evidence.acts', entry.act)}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/evidence">{t('menu.evidence')}</Link> },
            { title: entry.index < 0 ? t('evidence.waiting') : number(entry.index) },
          ]}
        />
      }
      sub={
        <p className="meta">
          <span>{article(entry.article)}</span>
          <span>{entry.person}</span>
          <span>{entry.organisation}</span>
          <span className="num">{moment(entry.at)}</span>
        </p>
      }
      actions={entry.index >= 0 && <ReceiptLink id={entry.id} index={entry.index} />}
    >
      <div className="cols">
        <div className="col-m">
          <Proof entry={entry} />
          <Content entry={entry} />
        </div>
        <aside className="col-s">
          <section className="card">
            <dl className="stack-list">
              <dt>{t('evidence.index')}</dt>
              <dd className="num">
                {entry.index < 0 ? t('evidence.waiting') : number(entry.index)}
              </dd>
              <dt>{t('evidence.leaf')}</dt>
              <dd>
                <code className="break">{entry.leaf}</code>
              </dd>
              {entry.caseId && (
                <>
                  <dt>{t('menu.cases')}</dt>
                  <dd>
                    <Link to={`/cases/${entry.caseId}`}>{t('agreement.toCase')}</Link>
                  </dd>
                </>
              )}
            </dl>
          </section>
          <Offline entry={entry.id} />
        </aside>
      </div>
    </Page>
  )
}

function Content({ entry }: { entry: EvidenceDetail }) {
  const { t } = useTranslation()
  return (
    <section className="card">
      <h2 className="h">{t('evidence.content')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre className="code" tabIndex={0}>
        {JSON.stringify(entry.content, null, 2)}
      </pre>
    </section>
  )
}
