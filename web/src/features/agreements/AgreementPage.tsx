import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Alert, App, Breadcrumb, Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { agreements } from '../../api/calls'
import type { Agreement } from '../../api/types'
import { article, date } from '../../ui/format'
import { Page } from '../../ui/Page'
import { ProblemAlert } from '../../ui/Problem'
import { State } from '../../ui/State'
import { Stage } from '../../ui/stages'
import { useDraft } from '../../ui/useDraft'
import { PaperButton } from './PaperButton'
import { agreementQuery, useKeep } from './queries'
import { Signatures } from './Signatures'

/** A service agreement of article 19: its heads, what is missing, who has signed. */
export default function AgreementPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const agreement = useSuspenseQuery(agreementQuery(id)).data
  const editable = agreement.open.some((move) => move.step === 'FILL' || move.step === 'DRAFT')
  return (
    <Page
      className="case"
      title={agreement.title}
      mark={<Stage stage={agreement.stage} />}
      above={
        <Breadcrumb
          items={[
            { title: <Link to="/agreements">{t('menu.agreements')}</Link> },
            { title: agreement.number },
          ]}
        />
      }
      sub={
        <p className="meta">
          <code>{agreement.number}</code>
          <span>{t('work.version', { n: agreement.version })}</span>
          {agreement.from && agreement.until && (
            <span>
              {t('agreement.fromTo', {
                from: date(agreement.from),
                until: date(agreement.until),
              })}
            </span>
          )}
        </p>
      }
      actions={<Links agreement={agreement} />}
    >
      <Missing agreement={agreement} />
      <div className="cols">
        <section className="card col-m" aria-labelledby="heads">
          <h2 className="h" id="heads">
            {t('agreement.heads')} <small>{article('19')}</small>
          </h2>
          {editable ? (
            <HeadsForm key={agreement.version} agreement={agreement} />
          ) : (
            <Heads agreement={agreement} />
          )}
          <p className="sub">
            {t('agreement.sm3')} <code className="break">{agreement.sm3}</code>
          </p>
        </section>
        <aside className="col-s">
          <Signatures agreement={agreement} />
        </aside>
      </div>
    </Page>
  )
}

function Links({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <>
      <Button onClick={() => void navigate(`/cases/${agreement.caseId}`)}>
        {t('agreement.toCase')}
      </Button>
      <Button onClick={() => void navigate(`/evidence?case=${agreement.caseId}`)}>
        {t('menu.evidence')}
      </Button>
      {agreement.parties.every((party) => party.signedAt) ? (
        <PaperButton kind="agreements" id={agreement.id} />
      ) : (
        <Button onClick={() => print()}>{t('work.print')}</Button>
      )}
      {agreement.workspace && (
        <Button type="primary" onClick={() => void navigate(`/workspaces/${agreement.workspace}`)}>
          {t('agreement.toWorkspace')}
        </Button>
      )}
    </>
  )
}

function Missing({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation()
  if (agreement.missing.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      className="problem"
      title={t('agreement.missingTitle', { n: agreement.missing.length })}
      description={agreement.missing
        .map((key) => t(`agreement.head.${key}`, { defaultValue: key }))
        .join(t('data.comma'))}
    />
  )
}

function Heads({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation()
  return (
    <dl className="heads">
      {agreement.heads.map((head) => (
        <div key={head.key}>
          <dt>{t(`agreement.head.${head.key}`, { defaultValue: head.key })}</dt>
          <dd>{head.text || <State tone="warn">{t('agreement.empty')}</State>}</dd>
        </div>
      ))}
    </dl>
  )
}

function HeadsForm({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation()
  const keep = useKeep(agreement.id)
  const { message } = App.useApp()
  const [heads, setHeads, forget] = useDraft<Record<string, string>>(
    `heads:${agreement.id}:${agreement.version}`,
    Object.fromEntries(agreement.heads.map((head) => [head.key, head.text])),
  )
  const save = useMutation({
    mutationFn: () => agreements.fill(agreement.id, agreement.version, heads),
    onSuccess: (after) => {
      forget()
      keep(after)
      void message.success(t('agreement.saved'))
    },
  })
  return (
    <div className="fields">
      {agreement.heads.map((head) => (
        <div className="field" key={head.key}>
          <label htmlFor={`head-${head.key}`}>
            {t(`agreement.head.${head.key}`, { defaultValue: head.key })}
          </label>
          <Input.TextArea
            id={`head-${head.key}`}
            autoSize={{ minRows: 2, maxRows: 12 }}
            status={heads[head.key]?.trim() ? undefined : 'warning'}
            value={heads[head.key] ?? ''}
            onChange={(event) => setHeads({ ...heads, [head.key]: event.target.value })}
          />
        </div>
      ))}
      <ProblemAlert error={save.error} />
      <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
        {t('agreement.save')}
      </Button>
    </div>
  )
}
