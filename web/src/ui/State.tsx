import {
  CheckCircleFilled,
  ClockCircleFilled,
  CloseCircleFilled,
  ExclamationCircleFilled,
  MinusCircleFilled,
  SyncOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'

export type Tone = 'ok' | 'warn' | 'err' | 'info' | 'wait' | 'mute'

const ICONS = {
  ok: CheckCircleFilled,
  warn: ExclamationCircleFilled,
  err: CloseCircleFilled,
  info: SyncOutlined,
  wait: ClockCircleFilled,
  mute: MinusCircleFilled,
}

/** Colour, icon and word: never colour alone. */
export function State({ tone, children }: { tone: Tone; children: ReactNode }) {
  const Icon = ICONS[tone]
  return (
    <span className={`st st-${tone}`}>
      <Icon aria-hidden />
      {children}
    </span>
  )
}
