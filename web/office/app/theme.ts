import { type ThemeConfig, theme } from 'antd'
import type { Settings } from './settings.tsx'

/** antd in our own paper, ink and leaf: every value is read from tokens.css, so there is one place to change it. */
export function themeFor({ large, theme: name }: Pick<Settings, 'large' | 'theme'>): ThemeConfig {
  const style = getComputedStyle(document.documentElement)
  const v = (token: string) => style.getPropertyValue(`--${token}`).trim()
  const leaf = { colorPrimary: v('leaf'), colorPrimaryHover: v('leaf-deep'), colorPrimaryActive: v('leaf-deep') }
  const persimmon = {
    colorPrimary: v('persimmon'),
    colorPrimaryHover: v('persimmon-deep'),
    colorPrimaryActive: v('persimmon-deep'),
  }
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  return {
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...leaf,
      colorPrimaryBg: v('leaf-soft'),
      colorPrimaryBgHover: v('leaf-soft'),
      colorPrimaryBorder: v('leaf'),
      colorPrimaryText: v('leaf'),
      colorInfo: v('leaf'),
      colorSuccess: v('leaf'),
      colorWarning: v('straw-ink'),
      colorError: v('alarm'),
      colorErrorText: v('alarm'),
      colorLink: v('leaf'),
      colorLinkHover: v('leaf-deep'),
      colorText: v('ink'),
      colorTextHeading: v('ink'),
      colorTextSecondary: v('ink-soft'),
      colorTextTertiary: v('ink-soft'),
      colorTextDescription: v('ink-soft'),
      colorTextPlaceholder: v('ink-soft'),
      colorTextDisabled: v('ink-soft'),
      colorTextLightSolid: v('on-leaf'),
      colorBgBase: v('card'),
      colorBgContainer: v('card'),
      colorBgElevated: v('card'),
      colorBgLayout: v('paper'),
      colorBgContainerDisabled: v('sunk'),
      colorBorder: v('line-strong'),
      colorBorderSecondary: v('line'),
      colorSplit: v('line'),
      controlOutline: v('focus'),
      borderRadius: 6,
      borderRadiusLG: 6,
      borderRadiusSM: 4,
      boxShadow: v('float'),
      boxShadowSecondary: v('float'),
      fontFamily: v('sans'),
      fontSize: large ? 20 : 15,
      controlHeight: large ? 60 : 36,
      controlHeightSM: large ? 60 : 28,
      motion: !still,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.15s',
      wireframe: false,
    },
    components: {
      Button: {
        ...persimmon,
        primaryColor: v('on-persimmon'),
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
      },
      Segmented: {
        trackBg: v('sunk'),
        itemSelectedBg: v('leaf'),
        itemSelectedColor: v('on-leaf'),
        itemColor: v('ink'),
        itemHoverColor: v('ink'),
      },
      Input: { activeShadow: `0 0 0 2px ${v('leaf-soft')}` },
      Modal: { titleFontSize: large ? 26 : 20 },
      Tooltip: { colorBgSpotlight: v('ink'), colorTextLightSolid: v('paper') },
    },
  }
}
