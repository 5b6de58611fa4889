// @ts-check
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** Makes the pictures of the playground in docs/images, with Chromium: `npm run build && node scripts/screenshots.mjs`. */

const root = fileURLToPath(new URL('..', import.meta.url))
const page = pathToFileURL(join(root, 'dist/playground.html')).href

/** @type {readonly (readonly [name: string, fragment: string, width: number, height: number])[]} */
const PICTURES = [
  ['playground', '', 1200, 1240],
  ['playground-story', 'stories.early-image', 1200, 900],
]

const profile = mkdtempSync(join(tmpdir(), 'screenshots-'))
try {
  for (const [name, fragment, width, height] of PICTURES) {
    const options = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--lang=en-US']
    const size = [`--window-size=${width},${height}`, `--screenshot=${join(root, `docs/images/${name}.webp`)}`]
    execFileSync('chromium', [...options, `--user-data-dir=${profile}`, ...size, `${page}#${fragment}`], {
      stdio: ['ignore', 'ignore', 'ignore'],
      timeout: 60_000,
    })
  }
} finally {
  rmSync(profile, { recursive: true, force: true })
}
