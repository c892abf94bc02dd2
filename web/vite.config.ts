import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const group = (name: string, test: RegExp, priority: number) => ({ name, test, priority })

/** Where the platform answers while the pages are served by Vite. */
const platform = process.env.MINGQU_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': platform } },
  build: {
    outDir: process.env.OUTDIR ?? 'dist',
    emptyOutDir: true,
    target: 'chrome87',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1400,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // One antd group only: groups take their dependencies along, and the public pages carry no antd.
          groups: [
            group(
              'react',
              /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack|i18next|react-i18next|openapi-fetch)[\\/]/,
              30,
            ),
            group(
              'codemirror',
              /node_modules[\\/](@codemirror|@lezer|style-mod|w3c-keyname|crelt)[\\/]/,
              30,
            ),
            group(
              'antd',
              /node_modules[\\/](antd|@ant-design|@rc-component|rc-|dayjs|stylis|@emotion|throttle-debounce|scroll-into-view)/,
              20,
            ),
          ],
        },
      },
    },
  },
})
