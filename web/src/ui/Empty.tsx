import { Empty as AntEmpty } from 'antd'
import type { ReactNode } from 'react'

/** Nothing here: says why, and what to do next. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <AntEmpty image={AntEmpty.PRESENTED_IMAGE_SIMPLE} description={children}>
      {action}
    </AntEmpty>
  )
}
