import { TableOutlined } from '@ant-design/icons'
import { Input, Tree } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GrantedColumn, GrantedTable } from '../../api/types'
import { about } from '../../ui/format'
import { Grade } from '../../ui/Grade'

/** The granted tables and columns, and what each column may be used for. */
export function SchemaTree({ tables }: { tables: GrantedTable[] }) {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState('')
  const shown = useMemo(() => matching(tables, wanted.trim().toLowerCase()), [tables, wanted])
  return (
    <div className="wb-tree">
      <Input
        size="small"
        allowClear
        aria-label={t('workspace.find')}
        placeholder={t('workspace.find')}
        onChange={(event) => setWanted(event.target.value)}
      />
      <Tree
        key={wanted}
        blockNode
        selectable={false}
        defaultExpandAll={wanted !== ''}
        defaultExpandedKeys={tables.slice(0, 2).map((table) => table.name)}
        treeData={shown.map((table) => ({
          key: table.name,
          title: <TableTitle table={table} />,
          children: table.columns.map((column) => ({
            key: `${table.name}.${column.name}`,
            isLeaf: true,
            title: <ColumnTitle column={column} />,
          })),
        }))}
      />
    </div>
  )
}

function matching(tables: GrantedTable[], wanted: string): GrantedTable[] {
  const hit = (...words: string[]) => words.some((word) => word.toLowerCase().includes(wanted))
  if (!wanted) return tables
  return tables
    .map((table) =>
      hit(table.name, table.title)
        ? table
        : { ...table, columns: table.columns.filter((it) => hit(it.name, it.label)) },
    )
    .filter((table) => table.columns.length > 0)
}

function TableTitle({ table }: { table: GrantedTable }) {
  const { t } = useTranslation()
  return (
    <span className="tn">
      <TableOutlined aria-hidden /> {table.name}
      <small>
        {table.title} {table.department.name}
        <br />
        {t('catalogue.rows', { n: about(table.rows) })}
      </small>
    </span>
  )
}

function ColumnTitle({ column }: { column: GrantedColumn }) {
  const { t } = useTranslation()
  const uses = column.rights.map((right) => t(`data.right.${right}`)).join(t('data.comma'))
  const mask = column.mask && column.mask !== 'NONE' ? t(`data.mask.${column.mask}`) : ''
  return (
    <span
      className="cn"
      title={[column.meaning, uses || t('data.noRight'), mask].filter(Boolean).join('\n')}
    >
      <code>{column.name}</code>
      <small>{column.label}</small>
      <Grade grade={column.grade} brief />
    </span>
  )
}
