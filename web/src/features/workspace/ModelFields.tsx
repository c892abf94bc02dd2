import { Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ModelSpec } from '../../api/types'

const MILLI = 1_000
const KINDS = ['LINEAR', 'LOGISTIC'] as const

/** What is to be made from the rows of the query. */
export function ModelFields(props: { model: ModelSpec; onModel: (model: ModelSpec) => void }) {
  const { t } = useTranslation()
  const { model, onModel } = props
  return (
    <div className="vd-n">
      <b>{t('workspace.model.ask')}</b>
      <p className="sub">{t('workspace.model.features')}</p>
      <Select
        aria-label={t('workspace.model.kindLabel')}
        value={model.kind}
        onChange={(kind) => onModel({ ...model, kind })}
        options={KINDS.map((value) => ({ value, label: t(`workspace.model.kind.${value}`) }))}
      />
      <Input
        aria-label={t('workspace.model.target')}
        placeholder={t('workspace.model.target')}
        value={model.target}
        onChange={(event) => onModel({ ...model, target: event.target.value.trim() })}
      />
      <InputNumber
        aria-label={t('workspace.model.ridge')}
        addonBefore={t('workspace.model.ridge')}
        min={0}
        max={10}
        step={0.01}
        value={model.ridgeMilli / MILLI}
        onChange={(value) => onModel({ ...model, ridgeMilli: Math.round((value ?? 0) * MILLI) })}
      />
    </div>
  )
}
