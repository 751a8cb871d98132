import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useMemo } from 'react'
import { useSettings } from './settings.tsx'
import { themeFor } from './theme.ts'

// The browser hides the attribute from selectors, not from the property; antd writes it on every style it makes.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce

// In <body> itself a dialog would lock scrolling by a style without nonce, which the page does not allow.
const floats = () => document.getElementById('floats') ?? document.body

/** antd with our theme, our reader's language and the page's nonce. */
export function AntProvider({ children }: { children: ReactNode }) {
  const { language, large, theme } = useSettings()
  const look = useMemo(() => themeFor({ large, theme }), [large, theme])
  return (
    <ConfigProvider
      theme={look}
      locale={language === 'zh' ? zhCN : enUS}
      csp={nonce ? { nonce } : {}}
      getPopupContainer={floats}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  )
}
