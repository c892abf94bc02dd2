import { theme as antdTheme, type ThemeConfig } from 'antd'

const FONT =
  '-apple-system, "PingFang SC", "HarmonyOS Sans SC", MiSans, "Microsoft YaHei UI", "Microsoft YaHei", "Source Han Sans SC", "Noto Sans CJK SC", "Segoe UI", Roboto, Arial, sans-serif'
const MONO =
  '"JetBrains Mono", "Sarasa Mono SC", "Cascadia Mono", Consolas, Menlo, "Noto Sans Mono CJK SC", monospace'

const shared = {
  fontFamily: FONT,
  fontFamilyCode: MONO,
  fontSize: 14,
  borderRadius: 6,
  borderRadiusLG: 8,
  controlHeight: 34,
  wireframe: false,
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.18s',
}

const sharedComponents: ThemeConfig['components'] = {
  Tabs: { horizontalItemPadding: '10px 0' },
  Timeline: { itemPaddingBottom: 16 },
  Steps: { titleLineHeight: 24 },
}

/** The styles themselves are extracted at build time (scripts/extract-css.mjs); only variables are set here. */
const mode = { zeroRuntime: true, hashed: false }

export const light: ThemeConfig = {
  ...mode,
  token: {
    ...shared,
    colorPrimary: '#1B4F9B',
    colorPrimaryHover: '#2F66B8',
    colorPrimaryActive: '#123E80',
    // A dark seed gives grey ramps, so the pale grounds are set by hand.
    colorPrimaryBg: '#E8EFF9',
    colorPrimaryBgHover: '#D8E4F6',
    colorPrimaryBorder: '#A9C3E8',
    colorPrimaryBorderHover: '#7FA5DB',
    controlItemBgActive: '#E8EFF9',
    controlItemBgActiveHover: '#D8E4F6',
    controlOutline: 'rgba(27,79,155,.16)',
    colorInfo: '#1B4F9B',
    colorInfoBg: '#E8EFF9',
    colorInfoBorder: '#A9C3E8',
    colorLink: '#1B4F9B',
    colorLinkHover: '#123E80',
    colorSuccess: '#1A7F4B',
    colorSuccessBg: '#E7F5ED',
    colorSuccessBorder: '#9BD3B5',
    colorWarning: '#A65B00',
    colorWarningBg: '#FFF3E0',
    colorWarningBorder: '#F0C48A',
    colorError: '#B42318',
    colorErrorBg: '#FDECEA',
    colorErrorBorder: '#F2B3AD',
    colorErrorHover: '#C9372B',
    colorTextBase: '#14202E',
    colorBgLayout: '#F3F5F8',
    colorBorder: '#CBD3DE',
    colorBorderSecondary: '#E3E8EF',
    colorTextSecondary: '#4A5768',
    colorTextTertiary: '#5E6B7C',
    colorTextDescription: '#5E6B7C',
    colorTextPlaceholder: '#66717F',
  },
  components: {
    ...sharedComponents,
    Table: {
      headerBg: '#F7F9FB',
      headerColor: '#4A5768',
      cellPaddingBlockMD: 10,
      headerSplitColor: 'transparent',
      rowHoverBg: '#F5F8FD',
      bodySortBg: 'transparent',
      headerSortActiveBg: '#F7F9FB',
      headerSortHoverBg: '#EDF1F6',
      rowSelectedBg: '#EDF3FC',
      rowSelectedHoverBg: '#E6EEFA',
    },
    Menu: {
      itemHeight: 36,
      itemSelectedBg: '#E8EFF9',
      itemSelectedColor: '#123E80',
      itemMarginInline: 8,
      groupTitleFontSize: 12,
      groupTitleColor: '#5E6B7C',
    },
    Segmented: { itemSelectedColor: '#123E80' },
  },
}

export const dark: ThemeConfig = {
  ...mode,
  algorithm: antdTheme.darkAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#3A76D2',
    // White on a lighter blue would fall under 4.5:1, so hover goes darker.
    colorPrimaryHover: '#2F66B8',
    colorPrimaryActive: '#275AA6',
    colorPrimaryBg: '#16273F',
    colorPrimaryBgHover: '#1C3353',
    controlItemBgActive: '#16273F',
    colorInfo: '#6FA3EF',
    colorInfoBg: '#16273F',
    colorErrorBg: '#3A1714',
    colorWarningBg: '#33240E',
    colorSuccessBg: '#12301F',
    colorBgContainer: '#141B24',
    colorBgElevated: '#1B2430',
    colorBorder: '#36434F',
    colorBorderSecondary: '#263140',
    colorFillAlter: '#18212B',
    colorLink: '#8DB8F5',
    colorSuccess: '#4FBF86',
    colorWarning: '#E2A04A',
    colorError: '#F0776C',
    colorTextBase: '#E6EBF2',
    colorBgBase: '#10161E',
    colorBgLayout: '#0B1016',
    colorTextDescription: '#A3AFBE',
    colorTextTertiary: '#A3AFBE',
    colorTextSecondary: '#B6C0CD',
    colorTextPlaceholder: '#93A0B0',
  },
  components: {
    ...sharedComponents,
    // White on the light red of a dangerous step would fall under 4.5:1.
    Button: { dangerColor: '#1B0E0D' },
    Table: {
      cellPaddingBlockMD: 10,
      headerSplitColor: 'transparent',
      headerBg: '#18212B',
      bodySortBg: 'transparent',
      headerSortActiveBg: '#18212B',
      rowHoverBg: '#1A2430',
    },
    Menu: {
      itemHeight: 36,
      itemMarginInline: 8,
      groupTitleFontSize: 12,
      itemSelectedBg: '#1C2C44',
      itemSelectedColor: '#CFE1FB',
    },
    Tabs: {
      ...sharedComponents.Tabs,
      itemSelectedColor: '#8DB8F5',
      inkBarColor: '#8DB8F5',
    },
  },
}
