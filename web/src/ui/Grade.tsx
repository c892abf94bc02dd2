import { useTranslation } from 'react-i18next'

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
