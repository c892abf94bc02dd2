import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { evidence } from '../../api/calls'
import type { EvidenceDetail } from '../../api/types'
import { moment, number } from '../../ui/format'
import { ProblemAlert } from '../../ui/Problem'
import { stepsOf } from './proof'

/** Why the entry cannot be taken back: the way from its hash up to a root that was signed. */
export function Proof({ entry }: { entry: EvidenceDetail }) {
  const { t } = useTranslation()
  const listed = entry.index >= 0
  const receipt = useQuery({
    queryKey: ['evidence', 'receipt', entry.id],
    queryFn: () => evidence.receipt(entry.id),
    enabled: listed,
    throwOnError: false,
  })
  const { inclusion, checkpoint } = receipt.data ?? {}
  return (
    <section className="card" aria-labelledby="proof">
      <h2 className="h" id="proof">
        {t('evidence.proof')} <small>RFC 6962</small>
      </h2>
      <ProblemAlert error={receipt.error} />
      {!listed && <p className="prose">{t('evidence.notListed')}</p>}
      {inclusion && checkpoint && (
        <>
          <p className="prose">
            {t('evidence.proofText', {
              index: number(inclusion.index),
              size: number(checkpoint.size),
            })}
          </p>
          <ol className="proof">
            <Hash name={t('evidence.leaf')} hash={entry.leaf} />
            {stepsOf(inclusion).map((step) => (
              <Hash key={step.hash} name={t(`evidence.side.${step.side}`)} hash={step.hash} />
            ))}
            <Hash name={t('evidence.root')} hash={checkpoint.root} />
          </ol>
          <dl className="stack-list">
            <dt>{t('evidence.signedAt')}</dt>
            <dd className="num">{moment(checkpoint.at)}</dd>
            <dt>{t('evidence.signature', { key: checkpoint.keyId })}</dt>
            <dd>
              <code className="break">{checkpoint.signature}</code>
            </dd>
          </dl>
        </>
      )}
    </section>
  )
}

function Hash({ name, hash }: { name: string; hash: string }) {
  return (
    <li>
      <span className="sub">{name}</span>
      <code className="break">{hash}</code>
    </li>
  )
}
