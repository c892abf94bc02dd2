import type { TFunction } from 'i18next'
import type { Figure } from '../../api/types'
import { word } from '../../i18n'

/** What a figure is called. */
export const figureWord = (name: string) => word('register.figure', name)

/** The value that holds today, with its unit. */
export function figureValue(figure: Figure, t: TFunction): string {
  if (figure.now === null || figure.now === undefined) return t('register.notYet')
  if (figure.unit === 'CHOICE')
    return t(`register.choice.${figure.now === 1 ? 'later' : 'measures'}`)
  return t(`register.unit.${figure.unit}`, { n: figure.now })
}
