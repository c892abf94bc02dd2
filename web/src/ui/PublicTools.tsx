import { useTranslation } from 'react-i18next'
import { speak } from '../i18n'
import { useAppearance } from './appearance'

/** Language and appearance, on the pages without antd. */
export function PublicTools() {
  const { t, i18n } = useTranslation()
  const { mode, toggle } = useAppearance()
  const other = i18n.language === 'en' ? 'zh-CN' : 'en'
  return (
    <div className="tools">
      <button type="button" lang={other} onClick={() => void speak(other)}>
        {t('common.otherLanguage')}
      </button>
      <button type="button" onClick={toggle}>
        {t(mode === 'dark' ? 'common.light' : 'common.dark')}
      </button>
    </div>
  )
}
