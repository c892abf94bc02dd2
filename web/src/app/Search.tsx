import { SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

/** Search over all that the person may see; Ctrl K goes there from anywhere. */
export function Search() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const input = useRef<InputRef>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 'k') return
      event.preventDefault()
      input.current?.focus()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <search className="gsearch">
      <Input
        ref={input}
        aria-label={t('common.search.label')}
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t('common.search.placeholder')}
        suffix={<kbd>Ctrl K</kbd>}
        variant="filled"
        onPressEnter={(event) =>
          void navigate(`/search?q=${encodeURIComponent(event.currentTarget.value)}`)
        }
      />
    </search>
  )
}
