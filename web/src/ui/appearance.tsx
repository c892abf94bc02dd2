import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

export type Mode = 'light' | 'dark'
interface Appearance {
  mode: Mode
  toggle: () => void
}

const Context = createContext<Appearance>({ mode: 'light', toggle: () => {} })

/** Light or dark: the link's `?theme=`, else what was chosen last, else light; chosen in one window, all follow. */
export function AppearanceProvider({ children }: { children: ReactNode }) {
  const [mode, setMode] = useState<Mode>(chosen)
  useEffect(() => {
    document.documentElement.dataset.theme = mode
    document.documentElement.style.colorScheme = mode
    localStorage.setItem('theme', mode)
  }, [mode])
  useEffect(() => {
    const follow = ({ key }: StorageEvent) =>
      key === 'theme' && setMode(localStorage.getItem('theme') === 'dark' ? 'dark' : 'light')
    addEventListener('storage', follow)
    return () => removeEventListener('storage', follow)
  }, [])
  const value = useMemo(
    () => ({ mode, toggle: () => setMode((now) => (now === 'dark' ? 'light' : 'dark')) }),
    [mode],
  )
  return <Context.Provider value={value}>{children}</Context.Provider>
}

export const useAppearance = () => useContext(Context)

function chosen(): Mode {
  const wish = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem('theme')
  return wish === 'dark' ? 'dark' : 'light'
}
