import { useTranslation } from 'react-i18next'

/** The highest grade among columns: that of the resource they make up. */
export const highest = (columns: { grade: number }[]): number =>
  Math.max(1, ...columns.map((column) => column.grade))

/** A column's or resource's grade, 1 (open) to 4 (core). */
export function Grade({ grade, brief }: { grade: number; brief?: boolean }) {
  const { t } = useTranslation()
  const name = t(`data.grade.${grade}`, { defaultValue: '' })
  return (
    <i className={`lv lv-${Math.min(4, Math.max(1, grade))}`}>
      L{grade}
      {!brief && name && ` ${name}`}
    </i>
  )
}
