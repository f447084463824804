import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/pigments.css'
import './styles/base.css'
import { App } from './App.tsx'
import { listenToMain } from './main-events.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')

listenToMain()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
