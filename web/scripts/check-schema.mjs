// Fails when src/api/schema.d.ts is not what api/openapi.json generates: run `npm run gen`.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'schema-'))
try {
  const fresh = path.join(dir, 'schema.d.ts')
  execFileSync(process.execPath, [
    'node_modules/openapi-typescript/bin/cli.js',
    'api/openapi.json',
    '-o',
    fresh,
  ])
  const formatted = execFileSync(
    process.execPath,
    ['node_modules/@biomejs/biome/bin/biome', 'format', '--stdin-file-path=src/api/schema.d.ts'],
    { input: fs.readFileSync(fresh) },
  )
  if (!formatted.equals(fs.readFileSync('src/api/schema.d.ts'))) {
    console.error(
      'src/api/schema.d.ts differs from api/openapi.json. Run `npm run gen` in web/ and look at the difference.',
    )
    process.exitCode = 1
  }
} finally {
  fs.rmSync(dir, { recursive: true })
}
