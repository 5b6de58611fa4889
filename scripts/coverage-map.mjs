import { readdirSync } from 'node:fs'

// Coverage is about the library. Examples that a test happens to import are run, not covered.
const sources = readdirSync(new URL('../src', import.meta.url), { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `src/${file}`)

export default () => sources
