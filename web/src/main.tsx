import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Root } from './app/Root'
import { chosenLanguage, speak } from './i18n'
import '@fontsource/jetbrains-mono/latin-400.css'
import '@fontsource/jetbrains-mono/latin-600.css'
import './ui/styles/index.css'

async function start() {
  // A constant of the build: the mock is not in what is shipped.
  if (import.meta.env.VITE_MOCK === '1') (await import('./mock')).install()
  await speak(chosenLanguage())
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <Root />
    </StrictMode>,
  )
}

void start()
