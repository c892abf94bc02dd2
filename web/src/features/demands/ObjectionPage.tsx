import { useSuspenseQuery } from '@tanstack/react-query'
import { Breadcrumb } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { objections } from '../../api/demands'
import type { CatalogueObjection, CatalogueObjectionMove } from '../../api/types'
import { date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'
import { MoveCard } from './MoveCard'

/** One objection to the catalogue: what is wrong, and what was answered. */
export default function ObjectionPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const objection = useSuspenseQuery({
    queryKey: ['catalogue-objections', id],
    queryFn: () => objections.read(id),
  }).data
  return (
    <Page
      title={objection.title}
      mark={<Stage stage={objection.stage} kind="CATALOGUE_OBJECTION" />}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/catalogue-objections">{t('demands.objection.title')}</Link> },
            { title: objection.number },
          ]}
        />
      }
      sub={
        <p className="meta">
          <code>{objection.number}</code>
          <span>{objection.objector.name}</span>
          <span>{date(objection.raisedOn)}</span>
          <Link to={`/catalogue/${objection.resource}`}>{t('demands.resource')}</Link>
          <Link to={`/cases/${objection.caseId}`}>{t('demands.case')}</Link>
        </p>
      }
    >
      <div className="cols">
        <section className="col-m card">
          <h2 className="h">{t(`demands.objection.kind.${objection.kind}`)}</h2>
          <p className="prose">{objection.text}</p>
          <h2 className="h">{t('demands.answer')}</h2>
          <p>{objection.department.name}</p>
          <p className="prose">{objection.answer || t('demands.noAnswer')}</p>
        </section>
        <aside className="col-s">
          {objection.open.length > 0 && (
            <Moves key={`${objection.id} ${objection.version}`} objection={objection} />
          )}
        </aside>
      </div>
    </Page>
  )
}

function Moves({ objection }: { objection: CatalogueObjection }) {
  const [step, setStep] = useState(objection.open[0]!.step)
  return (
    <MoveCard
      name={`catalogue-objection:${objection.id}`}
      moves={objection.open}
      step={step}
      onStep={setStep}
      ready
      cached={['catalogue-objections', objection.id]}
      send={(opinion) =>
        objections.move(objection.id, {
          version: objection.version,
          step: step as CatalogueObjectionMove['step'],
          opinion,
        })
      }
    />
  )
}
