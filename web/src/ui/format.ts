import i18n from '../i18n'

/** Records and deadlines are told in the district's time, whatever the zone of the reader's machine. */
const ZONE = 'Asia/Shanghai'
const WEEKDAYS_ZH = ['日', '一', '二', '三', '四', '五', '六']

const english = () => i18n.language === 'en'

interface Parts {
  year: number
  month: number
  day: number
  hour: string
  minute: string
  second: string
  weekday: number
}

function partsOf(iso: string): Parts {
  const moment = new Date(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T00:00:00+08:00` : iso)
  const fields = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment)
  const of = (type: string) => fields.find((part) => part.type === type)?.value ?? ''
  const [year, month, day] = [Number(of('year')), Number(of('month')), Number(of('day'))]
  return {
    year,
    month,
    day,
    hour: of('hour'),
    minute: of('minute'),
    second: of('second'),
    weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(),
  }
}

const two = (n: number) => String(n).padStart(2, '0')

/** A day that people act by: 11月23日（周一）, or Mon 23 Nov 2026. */
export function day(iso: string): string {
  const p = partsOf(iso)
  if (!english()) return `${p.month}月${p.day}日（周${WEEKDAYS_ZH[p.weekday]}）`
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  }).format(new Date(Date.UTC(p.year, p.month - 1, p.day)))
}

/** A day in a record: 2026-11-23. */
export function date(iso: string): string {
  const p = partsOf(iso)
  return `${p.year}-${two(p.month)}-${two(p.day)}`
}

/** A moment in a record: 2026-11-23 09:02. */
export function moment(iso: string): string {
  const p = partsOf(iso)
  return `${date(iso)} ${p.hour}:${p.minute}`
}

export function clockTime(iso: string): string {
  const p = partsOf(iso)
  return `${p.hour}:${p.minute}:${p.second}`
}

const plain = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 3 })

/** For tables: 18,240,112. */
export const number = (n: number) => plain.format(n)

/** For prose: 1,824 万 (18.24 million in English). */
export function about(n: number): string {
  if (english()) {
    if (n >= 1e6) return `${plain.format(+(n / 1e6).toFixed(2))} million`
    return plain.format(n)
  }
  if (n >= 1e8) return `${plain.format(+(n / 1e8).toFixed(2))} 亿`
  if (n >= 1e4) return `${plain.format(+(n / 1e4).toFixed(n >= 1e6 ? 0 : 1))} 万`
  return plain.format(n)
}

/** A person of an organisation; a natural person who acts alone is named once. */
export const partyOf = (person: string, organisation: string) =>
  organisation.startsWith(person) ? organisation : `${person} ${organisation}`

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB']

/** Bytes with a unit of 1,024: 1.5 MB. */
export function bytes(n: number): string {
  const step = n < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(n) / 10))
  const value = n / 1024 ** step
  return `${plain.format(+value.toFixed(step === 0 || value >= 100 ? 0 : 1))} ${UNITS[step]}`
}

export const percent = (share: number) => `${plain.format(+(share * 100).toFixed(1))}%`

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

function chinese(n: number): string {
  if (n < 10) return DIGITS[n]!
  const tens = Math.floor(n / 10)
  return `${tens === 1 ? '' : DIGITS[tens]}十${DIGITS[n % 10]}`
}

/** An article of the Measures as the server names it, `18` or `18.2`: 第十八条第二款, or Article 18(2). */
export function article(name: string): string {
  const match = /^(?:art\.?\s*)?(\d{1,2})(?:[.(](\d{1,2})\)?)?$/i.exec(name.trim())
  if (!match) return name
  const [, number_, paragraph] = match
  if (english()) return `Article ${number_}${paragraph ? `(${paragraph})` : ''}`
  return `第${chinese(Number(number_))}条${paragraph ? `第${chinese(Number(paragraph))}款` : ''}`
}
