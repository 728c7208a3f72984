import { type ThemeConfig } from 'antd';

/** Contrast of at least 4.5 to 1 for every text: the library's own greys and blue fall just short of it. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b5cad',
    colorLink: '#0b5cad',
    colorTextSecondary: '#595959',
    colorTextTertiary: '#5f5f5f',
    colorTextDescription: '#595959',
    colorTextPlaceholder: '#6b6b6b',
    colorTextDisabled: '#6b6b6b',
    colorError: '#b3261e',
    colorErrorText: '#b3261e',
    colorErrorBg: '#fdf0ef',
    colorSuccess: '#237804',
    colorSuccessBg: '#f0f8ec',
    colorWarning: '#8a5300',
    colorWarningBg: '#fff7e6',
    colorInfo: '#0b5cad',
    colorInfoBg: '#e9f2fb',
    borderRadius: 4,
    motion: false,
    fontFamily: 'inherit',
  },
};
