import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { duties } from '../../api/supervision'
import type { Remit, RemitLine } from '../../api/types'
import { word } from '../../i18n'
import { article } from '../../ui/format'

const SECURITY: Remit[] = ['CYBERSPACE', 'POLICE', 'SECRECY']
const MARKET: Remit[] = ['DEVELOPMENT', 'INDUSTRY', 'SCIENCE', 'FINANCE', 'MARKET', 'AUDIT']

/** Which regulator is which: whom an evaluation is made with, and to whom it is circulated. */
export function Remits({ editable }: { editable: boolean }) {
  const { t } = useTranslation()
  const lines = useSuspenseQuery({ queryKey: ['remits'], queryFn: duties.remits }).data
  return (
    <section className="card" aria-labelledby="remits">
      <h2 className="h" id="remits">
        {t('supervision.remits')} <small>{article('7')}</small>
      </h2>
      <ul className="certificates">
        {lines.map((it) => (
          <RemitRow key={it.organisation.id} line={it} editable={editable} />
        ))}
      </ul>
    </section>
  )
}

function RemitRow({ line, editable }: { line: RemitLine; editable: boolean }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const send = useMutation({
    mutationFn: (remit: Remit) => duties.remit(line.organisation.id, remit),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['remits'] })
      void message.success(t('supervision.remitNamed'))
    },
    onError: (error) => void message.error(error.message),
  })
  const choices = line.role === 'SECURITY_REGULATOR' ? SECURITY : MARKET
  return (
    <li>
      <div className="t-title">
        {line.organisation.name}
        <div className="sub">{t(`common.role.${line.role}`)}</div>
      </div>
      {editable ? (
        <Select
          className="filter"
          aria-label={t('supervision.remitOf', { who: line.organisation.name })}
          placeholder={t('supervision.remitNone')}
          value={line.remit ?? undefined}
          loading={send.isPending}
          onChange={(remit: Remit) => send.mutate(remit)}
          options={choices.map((value) => ({ value, label: word('supervision.remit', value) }))}
        />
      ) : (
        <span>
          {line.remit ? word('supervision.remit', line.remit) : t('supervision.remitNone')}
        </span>
      )}
    </li>
  )
}
