import { CopyOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Seal, Signatory } from '../../api/types'
import { moment } from '../../ui/format'
import { State } from '../../ui/State'

/** Everybody who is to sign: who did, when, and the seal with which anybody can check it. */
export function Signatories({ parties }: { parties: Signatory[] }) {
  const { t } = useTranslation()
  return (
    <ul className="signers">
      {parties.map((it) => (
        <li key={`${it.party.id} ${it.role}`}>
          <div>
            <small>{t(`common.role.${it.role}`)}</small>
            <b>{it.party.name}</b>
            {it.signedAt && (
              <small className="num">
                {it.signedBy} {moment(it.signedAt)}
              </small>
            )}
            {it.signature && (
              <Link to={`/evidence/${it.signature}`}>{t('agreement.signature')}</Link>
            )}
            {it.seal && <SealDetails seal={it.seal} signatory={it} />}
          </div>
          <Standing signatory={it} />
        </li>
      ))}
    </ul>
  )
}

function Standing({ signatory: { signedAt, seal } }: { signatory: Signatory }) {
  const { t } = useTranslation()
  if (!signedAt) return <State tone="wait">{t('agreement.unsigned')}</State>
  if (seal && !seal.holds) return <State tone="err">{t('agreement.sealBroken')}</State>
  return <State tone="ok">{t('agreement.signed')}</State>
}

function SealDetails({ seal, signatory }: { seal: Seal; signatory: Signatory }) {
  const { t } = useTranslation()
  return (
    <details>
      <summary>{t('agreement.seal')}</summary>
      <p className="sub">{t('agreement.sealWhat')}</p>
      <State tone={seal.holds ? 'ok' : 'err'}>
        {t(seal.holds ? 'agreement.sealHolds' : 'agreement.sealBroken')}
      </State>
      <dl className="stack-list">
        <dt>{t('agreement.sealBy')}</dt>
        <dd>{signatory.signedBy}</dd>
        <dt>{t('agreement.sealAt')}</dt>
        <dd className="num">{signatory.signedAt && moment(signatory.signedAt)}</dd>
        <dt>{t('agreement.sealKey')}</dt>
        <dd>
          <code className="break">{seal.keyId}</code>
        </dd>
        <Copyable what={t('agreement.sealPublicKey')} text={seal.publicKey} />
        <Copyable what={t('agreement.sealText')} text={seal.text} />
        <Copyable what={t('agreement.sealValue')} text={seal.value} />
      </dl>
    </details>
  )
}

function Copyable({ what, text }: { what: string; text: string }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    void message.success(t('common.copied'))
  }
  return (
    <>
      <dt>
        {what}{' '}
        {/* Browsers give no clipboard to a page that came without TLS; the text can still be marked. */}
        {navigator.clipboard && (
          <Button
            size="small"
            type="text"
            icon={<CopyOutlined aria-hidden />}
            aria-label={t('agreement.copyOf', { what })}
            onClick={() => void copy()}
          />
        )}
      </dt>
      <dd>
        <code className="break seal-text">{text}</code>
      </dd>
    </>
  )
}
