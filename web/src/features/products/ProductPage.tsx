import { useSuspenseQuery } from '@tanstack/react-query'
import { Breadcrumb, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { products } from '../../api/market'
import { useUser } from '../../api/session'
import type { Product } from '../../api/types'
import { date, moment } from '../../ui/format'
import { Page } from '../../ui/Page'
import { Stage } from '../../ui/stages'
import { Price } from '../pricing/Price'
import { Customers } from './Customers'
import { ProductMoves } from './ProductMoves'
import { TermsForm } from './TermsForm'

const PRICED = ['OPERATOR', 'PARTNER', 'AUTHORITY']

/** One product: what is registered, of what it was made, who uses it. */
export default function ProductPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const { role } = useUser()
  const product = useSuspenseQuery({
    queryKey: ['product', id],
    queryFn: () => products.read(id),
  }).data
  const { line } = product
  const canFill = product.mine && ['DRAFT', 'RETURNED'].includes(line.stage)
  return (
    <Page
      className="case"
      title={line.name}
      mark={<Stage stage={line.stage} kind="PRODUCT" />}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/products">{t('menu.products')}</Link> },
            { title: line.number },
          ]}
        />
      }
      sub={
        <p className="meta">
          <code>{line.number}</code>
          <span>{line.owner.name}</span>
          {line.filingNo && <code>{line.filingNo}</code>}
          {line.filedOn && <span className="num">{date(line.filedOn)}</span>}
        </p>
      }
      actions={
        <Button onClick={() => void navigate(`/cases/${line.caseId}`)}>
          {t('agreement.toCase')}
        </Button>
      }
    >
      <div className="cols">
        <div className="col-m">
          {canFill ? <TermsForm key={product.version} product={product} /> : <Terms {...product} />}
          <Derivation product={product} />
          {line.stage === 'FILED' && PRICED.includes(role) && (
            <Price product={id} mine={product.mine} />
          )}
          {line.stage === 'FILED' && <Customers product={product} />}
          <Attempts product={product} />
        </div>
        <aside className="col-s">
          <ProductMoves key={product.version} product={product} />
        </aside>
      </div>
    </Page>
  )
}

function Terms({ terms, assessor }: Product) {
  const { t } = useTranslation()
  return (
    <section className="card">
      <h2 className="h">{t('products.registered')}</h2>
      <dl className="stack-list">
        <dt>{t('products.kindLabel')}</dt>
        <dd>{t(`products.kind.${terms.kind}`)}</dd>
        <dt>{t('products.purposeLabel')}</dt>
        <dd>{t(`products.purpose.${terms.purpose}`)}</dd>
        {(['scenario', 'audience', 'wayOfUse', 'limits', 'priceBasis'] as const).map((it) => (
          <Row key={it} label={t(`products.${it}`)} text={terms[it]} />
        ))}
        {assessor && <Row label={t('products.assessor')} text={assessor.name} />}
      </dl>
    </section>
  )
}

function Row({ label, text }: { label: string; text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  )
}

function Derivation({ product }: { product: Product }) {
  const { t } = useTranslation()
  const it = product.derivation
  return (
    <section className="card" aria-labelledby="derivation">
      <h2 className="h" id="derivation">
        {t('products.derivation')} <small>{t('products.derivationNote')}</small>
      </h2>
      <dl className="stack-list">
        <Row label={t('products.release')} text={it.releaseNumber} />
        <dt>SM3</dt>
        <dd>
          <code>{it.sm3.slice(0, 32)}…</code>
        </dd>
      </dl>
      <ul className="certificates">
        {it.origins.map((origin) => (
          <li key={origin.resource}>
            <div className="t-title">
              {origin.title}
              <div className="sub">
                <code>{origin.name}</code>
                <span>{origin.department.name}</span>
              </div>
            </div>
            <span className="num">{t('work.version', { n: origin.version })}</span>
          </li>
        ))}
      </ul>
      <dl className="stack-list">
        {it.columns.map((column) => (
          <Row
            key={column.column}
            label={column.column}
            text={column.from.join('、') || t('products.counted')}
          />
        ))}
      </dl>
    </section>
  )
}

function Attempts({ product }: { product: Product }) {
  const { t } = useTranslation()
  if (product.attempts.length === 0) return null
  return (
    <section className="card" aria-labelledby="attempts">
      <h2 className="h" id="attempts">
        {t('products.attempts')}
      </h2>
      <ul className="certificates">
        {product.attempts.map((it) => (
          <li key={it.evidence}>
            <div className="t-title">
              {it.organisationName}
              <div className="sub">
                <span>{t(`products.reason.${it.reason}`)}</span>
                <span>{it.scenario}</span>
              </div>
            </div>
            <Link to={`/evidence/${it.evidence}`}>{t('work.evidenceOfAct')}</Link>
            <span className="num">{moment(it.at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
