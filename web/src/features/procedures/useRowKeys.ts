import { useEffect } from 'react'

const LINKS = '.t-title a, .mcards a'
const WRITING = 'input, textarea, select, [contenteditable=true]'

/** J and K go down and up the list; Enter then opens, as on any link. */
export function useRowKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
      const target = event.target instanceof Element ? event.target : null
      if (!step || event.ctrlKey || event.metaKey || event.altKey || target?.matches(WRITING))
        return
      const links = [...document.querySelectorAll<HTMLAnchorElement>(LINKS)]
      const at = links.findIndex((link) => link.matches(':focus'))
      links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
