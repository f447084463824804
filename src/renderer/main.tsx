import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/pigments.css'
import './styles/base.css'
import './styles/print.css'
import { App } from './App.tsx'
import { CrashScreen } from './CrashScreen.tsx'
import { listenToCommandKeys } from './commands/command-keys.ts'
import { beginWindow, listenToMain } from './main-events.ts'
import { followAppearance } from './settings/appearance.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
const page = createRoot(root)

listenToMain()
listenToCommandKeys()
// Nothing is shown before it is known in which look and language.
void beginWindow().then(() => {
  followAppearance()
  page.render(
    <StrictMode>
      <CrashScreen>
        <App />
      </CrashScreen>
    </StrictMode>,
  )
})
