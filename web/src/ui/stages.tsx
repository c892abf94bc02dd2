import { word } from '../i18n'
import { State, type Tone } from './State'

const TONES: [RegExp, Tone][] = [
  [/DRAFT|EXPIRED|WITHDRAWN|TERMINATED|CLOSED|DISCARDED/, 'mute'],
  [/RETURNED|CORRECTION/, 'warn'],
  [/REFUSED|REJECTED|SUSPENDED|FAILED/, 'err'],
  [/GRANTED|APPROVED|HANDED|IN_FORCE|PUBLISHED|OPEN|LANDED|DONE|SIGNED/, 'ok'],
  [/WAITING|SUBMITTED/, 'wait'],
]

export function toneOf(stage: string): Tone {
  return TONES.find(([pattern]) => pattern.test(stage))?.[1] ?? 'info'
}

/** Where a matter stands. */
export function Stage({ stage }: { stage: string }) {
  return <State tone={toneOf(stage)}>{word('work.stage', stage)}</State>
}
