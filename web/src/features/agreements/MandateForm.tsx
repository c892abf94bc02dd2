import { useMutation } from '@tanstack/react-query'
import { App, Button, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { mandates } from '../../api/calls'
import type { Mandate } from '../../api/types'
import { ProblemAlert } from '../../ui/Problem'
import { useDraft } from '../../ui/useDraft'
import { useKeepMandate } from './mandates'

interface Draft {
  months: number
  heads: Record<string, string>
}

/** Editing the ten heads. Whoever had signed the text signs again. */
export function MandateForm({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const keep = useKeepMandate()
  const [draft, setDraft, forget] = useDraft<Draft>(`mandate:${mandate.id}:${mandate.version}`, {
    months: mandate.months,
    heads: Object.fromEntries(mandate.heads.map((head) => [head.key, head.text])),
  })
  const save = useMutation({
    mutationFn: () =>
      mandates.fill(mandate.id, {
        version: mandate.version,
        months: draft.months,
        heads: draft.heads,
      }),
    onSuccess: (after) => {
      forget()
      keep(after)
      void message.success(t('agreement.saved'))
    },
  })
  return (
    <section className="card no-print" aria-labelledby="edit">
      <h2 className="h" id="edit">
        {t('mandate.edit')}
      </h2>
      <div className="fields">
        <div className="field">
          <label htmlFor="months">{t('mandate.monthsLabel')}</label>
          <InputNumber
            id="months"
            min={1}
            max={60}
            value={draft.months}
            onChange={(months) => setDraft({ ...draft, months: months ?? mandate.months })}
          />
        </div>
        {mandate.heads.map((head) => (
          <div className="field" key={head.key}>
            <label htmlFor={`head-${head.key}`}>{t(`mandate.head.${head.key}`)}</label>
            <Input.TextArea
              id={`head-${head.key}`}
              autoSize={{ minRows: 2, maxRows: 12 }}
              maxLength={8000}
              status={draft.heads[head.key]?.trim() ? undefined : 'warning'}
              value={draft.heads[head.key] ?? ''}
              onChange={(event) =>
                setDraft({ ...draft, heads: { ...draft.heads, [head.key]: event.target.value } })
              }
            />
          </div>
        ))}
        <ProblemAlert error={save.error} />
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
          {t('agreement.save')}
        </Button>
      </div>
    </section>
  )
}
