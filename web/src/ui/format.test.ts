import { afterEach, describe, expect, it } from 'vitest'
import { speak } from '../i18n'
import { about, article, bytes, date, day, moment, number } from './format'

afterEach(() => speak('zh-CN'))

describe('dates', () => {
  it('are told in the district time, whatever the zone of the machine', () => {
    expect(moment('2026-11-23T16:30:00Z')).toBe('2026-11-24 00:30')
    expect(date('2026-11-23T15:59:59Z')).toBe('2026-11-23')
    expect(day('2026-11-23')).toBe('11月23日（周一）')
  })

  it('do not move where a day stands alone', () => {
    expect(date('2026-01-01')).toBe('2026-01-01')
  })
})

describe('numbers', () => {
  it('are grouped in tables and rounded in prose', () => {
    expect(number(18240112)).toBe('18,240,112')
    expect(about(18240112)).toBe('1,824 万')
    expect(about(12040)).toBe('1.2 万')
    expect(about(999)).toBe('999')
    expect(about(250000000)).toBe('2.5 亿')
  })

  it('of bytes have a unit', () => {
    expect(bytes(0)).toBe('0 B')
    expect(bytes(1536)).toBe('1.5 KB')
    expect(bytes(1073741824)).toBe('1 GB')
  })
})

describe('articles', () => {
  it('are named as the Measures name them', () => {
    expect(article('18')).toBe('第十八条')
    expect(article('18.2')).toBe('第十八条第二款')
    expect(article('18(2)')).toBe('第十八条第二款')
    expect(article('30')).toBe('第三十条')
    expect(article('4')).toBe('第四条')
  })

  it('are named in English too', async () => {
    await speak('en')
    expect(article('18.2')).toBe('Article 18(2)')
  })

  it('stay as they are when they are something else', () => {
    expect(article('PIPL 23')).toBe('PIPL 23')
  })
})
