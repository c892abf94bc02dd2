import { useSuspenseQuery } from '@tanstack/react-query'
import { Breadcrumb } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { oversight } from '../../api/oversight'
import { word } from '../../i18n'
import { article, moment } from '../../ui/format'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'

/** A case of a regulator's remit, act by act. */
export default function OversightCasePage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const view = useSuspenseQuery({
    queryKey: ['oversight', id],
    queryFn: () => oversight.case(id),
  }).data
  const { file } = view
  return (
    <Page
      title={file.title}
      mark={<Stage stage={file.stage} kind={file.kind} />}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/oversight">{t('menu.oversight')}</Link> },
            { title: file.number },
          ]}
        />
      }
      sub={
        <p className="meta">
          <code>{file.number}</code>
          <span>{word('work.kind', file.kind)}</span>
          <span>{file.applicant.name}</span>
        </p>
      }
    >
      <section className="card">
        <h2 className="h">{t('work.timeline')}</h2>
        <ul className="plainlist">
          {view.acts.map((it) => (
            <li key={`${it.at} ${it.step}`}>
              <span className="num">{moment(it.at)}</span> <b>{word('work.step', it.step)}</b>{' '}
              {it.organisation} <span className="sub">{article(it.article)}</span>{' '}
              {it.evidence && <Link to={`/evidence/${it.evidence}`}>{t('menu.evidence')}</Link>}
              {it.opinion && <p className="prose">{it.opinion}</p>}
            </li>
          ))}
        </ul>
      </section>
    </Page>
  )
}
