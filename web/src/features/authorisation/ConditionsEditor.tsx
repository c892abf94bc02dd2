import { Checkbox, Select, Switch } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { ApplicationItem, ItemColumn, Mask } from '../../api/types'
import { DayPicker } from '../../ui/DayPicker'
import { type Condition, type Conditions, MASKS } from './conditions'

interface EditorProps {
  items: ApplicationItem[]
  conditions: Conditions
  onChange: (next: Conditions) => void
}

/** A department decides for its own resources only, and may grant less than was asked for. */
export function ConditionsEditor({ items, conditions, onChange }: EditorProps) {
  return (
    <div className="conditions">
      {items.map((item) => (
        <ItemConditions
          key={item.resource}
          item={item}
          condition={conditions[item.resource]!}
          onChange={(next) => onChange({ ...conditions, [item.resource]: next })}
        />
      ))}
    </div>
  )
}

interface ItemProps {
  item: ApplicationItem
  condition: Condition
  onChange: (next: Condition) => void
}

function ItemConditions({ item, condition, onChange }: ItemProps) {
  const { t } = useTranslation()
  return (
    <fieldset>
      <legend>{item.title}</legend>
      <div className="row-sb">
        <span>{t('authorisation.consentTo')}</span>
        <Switch
          aria-label={t('authorisation.consentTo')}
          checked={condition.consent}
          onChange={(consent) => onChange({ ...condition, consent })}
          checkedChildren={t('authorisation.yes')}
          unCheckedChildren={t('authorisation.no')}
        />
      </div>
      {condition.consent && (
        <>
          <ul>
            {item.columns.map((column) => (
              <ColumnCondition
                key={column.name}
                column={column}
                condition={condition}
                onChange={onChange}
              />
            ))}
          </ul>
          <div className="row-sb">
            <span>{t('authorisation.grantUntil')}</span>
            <DayPicker
              aria-label={t('authorisation.grantUntil')}
              size="small"
              value={condition.until ? dayjs(condition.until) : null}
              disabledDate={(day) => day.isBefore(dayjs(), 'day')}
              onChange={(day) =>
                onChange({ ...condition, until: day ? day.format('YYYY-MM-DD') : null })
              }
            />
          </div>
        </>
      )}
    </fieldset>
  )
}

interface ColumnProps {
  column: ItemColumn
  condition: Condition
  onChange: (next: Condition) => void
}

function ColumnCondition({ column, condition, onChange }: ColumnProps) {
  const { t } = useTranslation()
  const granted = !condition.dropColumns.includes(column.name)
  const keep = (wanted: boolean) =>
    onChange({
      ...condition,
      dropColumns: wanted
        ? condition.dropColumns.filter((name) => name !== column.name)
        : [...condition.dropColumns, column.name],
    })
  const mask = (next: Mask) =>
    onChange({ ...condition, masks: { ...condition.masks, [column.name]: next } })
  return (
    <li>
      <Checkbox checked={granted} onChange={(event) => keep(event.target.checked)}>
        <span className={granted ? '' : 'dropped'}>{column.label || column.name}</span>
      </Checkbox>
      <Select<Mask>
        size="small"
        aria-label={t('authorisation.maskOf', { column: column.label || column.name })}
        disabled={!granted}
        value={condition.masks[column.name] ?? 'NONE'}
        onChange={mask}
        options={MASKS.map((value) => ({ value, label: t(`data.mask.${value}`) }))}
      />
    </li>
  )
}
