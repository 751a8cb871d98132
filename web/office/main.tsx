import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import '../ui/tokens.css'
import '../ui/base.css'
import './office.css'
import { AntProvider } from './app/ant-provider.tsx'
import { SettingsProvider } from './app/settings.tsx'
import { router } from './router.tsx'

const place = document.getElementById('office')
if (!place) throw new Error('the page has no place for the office')
createRoot(place).render(
  <StrictMode>
    <SettingsProvider>
      <AntProvider>
        <RouterProvider router={router} />
      </AntProvider>
    </SettingsProvider>
  </StrictMode>,
)
