import i18n, { word } from '../i18n'
import { State, type Tone } from './State'

const TONES: [RegExp, Tone][] = [
  [
    /DRAFT|EXPIRED|CANCELLED|GIVEN_UP|EXITED|DECLINED|WITHDRAWN|TERMINATED|CLOSED|DISCARDED|DISMISSED|LAPSED|ENDED|NOT_SELECTED/,
    'mute',
  ],
  [/RETURNED|CORRECTION|ORDERED|DISPUTED|INCOMPLETE|OBJECTED|EXITING|ENDING|AMENDING/, 'warn'],
  [/REFUSED|REJECTED|STUCK|SUSPENDED|FAILED|NOT_ADMITTED|REVOKED/, 'err'],
  [
    /GRANTED|APPROVED|HANDED|IN_FORCE|PUBLISHED|ANNOUNCED|COMPLETE|SELECTED|OPEN|LANDED|DONE|SIGNED|ACCEPTED|RECORDED|CODED|LISTED|VALID|ANSWERED|^FILED$/,
    'ok',
  ],
  [/WAITING|SUBMITTED|PREPARED|SENT|UNDER_REVIEW|APPLIED|FILING|^ADMITTED/, 'wait'],
]

export function toneOf(stage: string, kind?: string): Tone {
  // Open is good of a workspace and a window, and not of an incident.
  if (kind === 'INCIDENT' && stage === 'OPEN') return 'warn'
  if (stage === 'MORE_ASKED') return 'warn'
  if (kind === 'CITY_REQUEST' && stage === 'SENT') return 'wait'
  return TONES.find(([pattern]) => pattern.test(stage))?.[1] ?? 'info'
}

/** What a stage is called; some kinds of matter have words of their own. */
export function stageWord(stage: string, kind?: string): string {
  const common = word('work.stage', stage)
  return kind ? i18n.t(`work.stageOf.${kind}.${stage}`, { defaultValue: common }) : common
}

/** Where a matter stands. */
export function Stage({ stage, kind }: { stage: string; kind?: string }) {
  return <State tone={toneOf(stage, kind)}>{stageWord(stage, kind)}</State>
}
