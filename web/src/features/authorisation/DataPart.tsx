import { DeleteOutlined } from '@ant-design/icons'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { catalogue } from '../../api/calls'
import type { Application } from '../../api/types'
import { Empty } from '../../ui/Empty'
import { Grade } from '../../ui/Grade'
import { needsReason } from './gaps'
import type { Autosave, Draft } from './useAutosave'

type Item = Draft['items'][number]

/** Which resources, which of their columns, and why each is needed. */
interface DataProps {
  application: Application
  autosave: Autosave
  onNext: () => void
}

export function DataPart({ application, autosave, onNext }: DataProps) {
  const { t } = useTranslation()
  const { items } = autosave.draft
  const change = (next: Item) =>
    autosave.change({ items: items.map((it) => (it.resource === next.resource ? next : it)) })
  const drop = (resource: string) =>
    autosave.change({ items: items.filter((it) => it.resource !== resource) })
  const add = (resource: string) =>
    autosave.change({ items: [...items, { resource, columns: [], necessity: '' }] })
  return (
    <div className="fields">
      <ResourcePicker chosen={items.map((it) => it.resource)} onAdd={add} />
      {items.length === 0 && <Empty>{t('authorisation.noItems')}</Empty>}
      {items.map((item) => (
        <ItemEditor
          key={item.resource}
          application={application}
          item={item}
          onChange={change}
          onDrop={() => drop(item.resource)}
        />
      ))}
      <Button type="primary" onClick={onNext}>
        {t('authorisation.next')}
      </Button>
    </div>
  )
}

function ResourcePicker({ chosen, onAdd }: { chosen: string[]; onAdd: (id: string) => void }) {
  const { t } = useTranslation()
  const { items } = useSuspenseQuery({
    queryKey: ['catalogue', 'all'],
    queryFn: () => catalogue.search({ page: 0, size: 200 }),
  }).data
  return (
    <div className="field">
      <label htmlFor="field-items">{t('authorisation.addResource')}</label>
      <Select
        id="field-items"
        className="full"
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('authorisation.addHint')}
        onChange={(id: string | null) => id && onAdd(id)}
        options={items
          .filter((it) => !chosen.includes(it.id))
          .map((it) => ({ value: it.id, label: `${it.title} ${it.department.name}` }))}
      />
    </div>
  )
}

interface ItemEditorProps {
  application: Application
  item: Item
  onChange: (next: Item) => void
  onDrop: () => void
}

function ItemEditor({ application, item, onChange, onDrop }: ItemEditorProps) {
  const { t } = useTranslation()
  const entry = useQuery({
    queryKey: ['catalogue', item.resource],
    queryFn: () => catalogue.read(item.resource),
  }).data
  if (!entry) return <Skeleton active />
  const pick = (name: string, wanted: boolean) =>
    onChange({
      ...item,
      columns: entry.columns
        .map((it) => it.name)
        .filter((it) => (it === name ? wanted : item.columns.includes(it))),
    })
  const why = `field-item:${item.resource}`
  return (
    <fieldset className="pick">
      <legend>
        {entry.title} <small>{entry.department.name}</small>
      </legend>
      <Button
        className="pick-drop"
        type="text"
        size="small"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={t('authorisation.drop', { title: entry.title })}
        onClick={onDrop}
      />
      <ul>
        {entry.columns.map((column) => (
          <li key={column.name}>
            <Checkbox
              checked={item.columns.includes(column.name)}
              disabled={column.rights.length === 0}
              onChange={(event) => pick(column.name, event.target.checked)}
            >
              <code>{column.name}</code> {column.label}
            </Checkbox>
            <span className="sub">
              {column.rights.length
                ? column.rights.map((it) => t(`data.right.${it}`)).join(t('data.comma'))
                : t('data.noRight')}
            </span>
            <Grade grade={column.grade} />
            {item.columns.includes(column.name) && (
              <Input
                id={`field-reason:${item.resource}:${column.name}`}
                size="small"
                maxLength={200}
                aria-label={t('authorisation.reasonOf', { column: column.label || column.name })}
                placeholder={t(
                  needsReason(application, column.grade)
                    ? 'authorisation.reasonNeeded'
                    : 'authorisation.reasonOptional',
                )}
                value={item.reasons?.[column.name] ?? ''}
                onChange={(event) =>
                  onChange({
                    ...item,
                    reasons: { ...item.reasons, [column.name]: event.target.value },
                  })
                }
              />
            )}
          </li>
        ))}
      </ul>
      <label htmlFor={why}>{t('authorisation.necessity')}</label>
      <Input.TextArea
        id={why}
        rows={2}
        maxLength={500}
        value={item.necessity ?? ''}
        placeholder={t('authorisation.necessityHint')}
        onChange={(event) => onChange({ ...item, necessity: event.target.value })}
      />
    </fieldset>
  )
}
