import { Button, Input, Radio } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session'
import type { Scenario, ScenarioCall, ScenarioKind } from '../../api/types'
import { DayPicker } from '../../ui/DayPicker'
import type { Autosave } from './useAutosave'

const LONG = ['purpose', 'users', 'outputs', 'method', 'frequency', 'benefit', 'risk'] as const
const CALLS: ScenarioCall[] = ['WORKBENCH', 'RELEASE', 'SERVICE']
const KINDS: ScenarioKind[] = ['PUBLIC_WELFARE', 'INDUSTRY']

export function ScenarioPart({ autosave, onNext }: { autosave: Autosave; onNext: () => void }) {
  const { t } = useTranslation()
  const { installation } = useSession()
  const { scenario } = autosave.draft
  const set = (part: Partial<Scenario>) => autosave.change({ scenario: { ...scenario, ...part } })
  return (
    <div className="fields">
      <Field name="title">
        <Input
          id="field-title"
          value={scenario.title}
          maxLength={40}
          showCount
          onChange={(event) => set({ title: event.target.value })}
        />
      </Field>
      <fieldset id="field-kind" tabIndex={-1}>
        <legend>{t('authorisation.field.kind')}</legend>
        <Radio.Group
          className="stack"
          value={scenario.kind}
          onChange={(event) => set({ kind: event.target.value })}
          options={KINDS.map((value) => ({ value, label: t(`authorisation.kind.${value}`) }))}
        />
      </fieldset>
      <fieldset id="field-call" tabIndex={-1}>
        <legend>{t('authorisation.field.call')}</legend>
        <Radio.Group
          className="stack"
          value={scenario.call}
          onChange={(event) => set({ call: event.target.value })}
          options={CALLS.map((value) => ({ value, label: t(`authorisation.call.${value}`) }))}
        />
      </fieldset>
      {LONG.map((name) => (
        <Field key={name} name={name}>
          <Input.TextArea
            id={`field-${name}`}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={1000}
            value={scenario[name]}
            onChange={(event) => set({ [name]: event.target.value })}
          />
        </Field>
      ))}
      <Field name="until">
        <DayPicker
          id="field-until"
          value={scenario.until ? dayjs(scenario.until) : null}
          disabledDate={(day) => !day.isAfter(dayjs(installation.today), 'day')}
          onChange={(day) => set({ until: day ? day.format('YYYY-MM-DD') : null })}
        />
      </Field>
      <Button type="primary" onClick={onNext}>
        {t('authorisation.next')}
      </Button>
    </div>
  )
}

function Field(props: { name: string; children: ReactNode }) {
  const { t } = useTranslation()
  const hint = t(`authorisation.hint.${props.name}`, { defaultValue: '' })
  return (
    <div className="field">
      <label htmlFor={`field-${props.name}`}>{t(`authorisation.field.${props.name}`)}</label>
      {props.children}
      {hint && <p className="sub">{hint}</p>}
    </div>
  )
}
