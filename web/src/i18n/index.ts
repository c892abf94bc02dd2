import i18n from 'i18next'
import { initReactI18next } from 'react-i18next'
import { zh } from './zh'

export type Language = 'zh-CN' | 'en'
const STORED = 'language'

void i18n.use(initReactI18next).init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  resources: { 'zh-CN': { translation: zh } },
  interpolation: { escapeValue: false },
  partialBundledLanguages: true,
})

export function chosenLanguage(): Language {
  const wish = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(STORED)
  return wish === 'en' ? 'en' : 'zh-CN'
}

export async function speak(language: Language): Promise<void> {
  if (language === 'en' && !i18n.hasResourceBundle('en', 'translation')) {
    i18n.addResourceBundle('en', 'translation', (await import('./en')).en)
  }
  localStorage.setItem(STORED, language)
  document.documentElement.lang = language
  await i18n.changeLanguage(language)
}

/** A word of a code that the server may extend, or the code itself while it has none. */
export function word(group: string, code: string): string {
  return i18n.t(`${group}.${code}`, { defaultValue: code })
}

export default i18n
