// Writes the CSS of the antd components we use (scripts/antd-used.json) to src/ui/antd.generated.css,
// so that the browser computes no styles: see `zeroRuntime` in src/ui/theme.ts.
import fs from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const target = 'src/ui/antd.generated.css'
const stamp = 'node_modules/.antd-css-stamp'
const used = JSON.parse(fs.readFileSync('scripts/antd-used.json', 'utf8'))
const key = JSON.stringify([used, require('antd/package.json').version])

const upToDate =
  fs.existsSync(target) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === key
if (!upToDate) {
  const { extractStyle } = require('@ant-design/static-style-extract')
  const React = require('react')
  const { ConfigProvider } = require('antd')
  const css = extractStyle({
    includes: used,
    customTheme: (node) => React.createElement(ConfigProvider, { theme: { hashed: false } }, node),
  })
  fs.writeFileSync(target, css)
  fs.writeFileSync(stamp, key)
}
