// The one entry for Maven and for people: `node build-if-changed.mjs <folder>`.
// Installs what the lock file names, builds the pages and compresses them, each only when its inputs changed.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'

const INPUTS = [
  'src',
  'public',
  'api',
  'scripts',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'build-if-changed.mjs',
]
const NOT_INPUTS = new Set(['antd.generated.css'])

const out = path.resolve(process.argv[2] ?? 'target/web')
const started = Date.now()

demandNode(20, 19)
const stamp = `${out}.sha256`
const inputs = fingerprint()
if (unchanged()) {
  console.log(`web: unchanged, ${Date.now() - started} ms`)
} else {
  install()
  npm(['run', '-s', 'build'], { OUTDIR: out })
  // Maven copies what is new and leaves what is old: pages of an earlier build would be packed as well.
  fs.rmSync(path.join(path.dirname(out), 'classes/META-INF/resources'), {
    recursive: true,
    force: true,
  })
  const compressed = compress(path.join(out, 'assets'))
  fs.writeFileSync(stamp, inputs)
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`web: built, ${compressed} files compressed, ${seconds} s`)
}

function demandNode(major, minor) {
  const [haveMajor, haveMinor] = process.versions.node.split('.').map(Number)
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return
  console.error(
    `The pages need Node ${major}.${minor} or newer, this is ${process.version}. For work on Java only: mvn -Dskip.web=true`,
  )
  process.exit(1)
}

function fingerprint() {
  const hash = createHash('sha256').update(process.versions.node)
  for (const file of INPUTS.filter((name) => fs.existsSync(name)).flatMap(filesUnder)) {
    hash.update(file).update(fs.readFileSync(file))
  }
  return hash.digest('hex')
}

function filesUnder(name) {
  if (!fs.statSync(name).isDirectory()) return NOT_INPUTS.has(path.basename(name)) ? [] : [name]
  return fs
    .readdirSync(name)
    .sort()
    .flatMap((child) => filesUnder(path.join(name, child)))
}

function unchanged() {
  return (
    fs.existsSync(stamp) &&
    fs.readFileSync(stamp, 'utf8') === inputs &&
    fs.existsSync(path.join(out, 'index.html'))
  )
}

function install() {
  const lock = createHash('sha256').update(fs.readFileSync('package-lock.json')).digest('hex')
  const installed = 'node_modules/.lock.sha256'
  if (fs.existsSync(installed) && fs.readFileSync(installed, 'utf8') === lock) return
  npm(['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'])
  fs.writeFileSync(installed, lock)
}

function npm(args, env = {}) {
  const windows = process.platform === 'win32'
  execFileSync(windows ? 'npm.cmd' : 'npm', args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: windows,
  })
}

/** Quality 9: 11 takes most of the build's time for about three percent. */
function compress(folder) {
  const brotli = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } }
  const files = fs.readdirSync(folder).filter((name) => /\.(js|css|svg)$/.test(name))
  const large = files
    .map((name) => path.join(folder, name))
    .filter((f) => fs.statSync(f).size > 1024)
  for (const file of large) {
    const bytes = fs.readFileSync(file)
    fs.writeFileSync(`${file}.gz`, zlib.gzipSync(bytes, { level: 9 }))
    fs.writeFileSync(`${file}.br`, zlib.brotliCompressSync(bytes, brotli))
  }
  return large.length
}
