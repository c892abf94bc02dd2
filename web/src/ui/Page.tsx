import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

let firstPage = true

/** Sets the window's title and moves the focus to the heading when one comes from another page. */
export function useHeading(title: string) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  const brand = t('common.brand.full')
  useEffect(() => {
    document.title = `${title} - ${brand}`
  }, [title, brand])
  useEffect(() => {
    if (!firstPage) heading.current?.focus({ preventScroll: true })
    firstPage = false
  }, [])
  return heading
}

interface PageProps {
  title: string
  /** What stands beside the title, such as the state of a matter. */
  mark?: ReactNode
  sub?: ReactNode
  above?: ReactNode
  actions?: ReactNode
  narrow?: boolean
  className?: string
  children?: ReactNode
}

export function Page(props: PageProps) {
  const heading = useHeading(props.title)
  return (
    <div className={['page', props.narrow && 'narrow', props.className].filter(Boolean).join(' ')}>
      {props.above}
      <div className="ph">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {props.title} {props.mark}
          </h1>
          {props.sub && <div className="ph-sub">{props.sub}</div>}
        </div>
        {props.actions && <div className="ph-actions">{props.actions}</div>}
      </div>
      {props.children}
    </div>
  )
}
