import { platforms } from '../../scripts/entries.mjs'

/** Runs in Node, Bun, Deno, workers and the browser. */
const CORE = ['text', 'http', 'sites', 'config', 'policy', 'fetch-model', 'sync', 'index.ts']
const PLATFORM = platforms('js')
  .filter((name) => !name.endsWith('-node'))
  .map((name) => `${name}.ts`)

/** Whether a file of src runs everywhere. @param file below src */
export function isOfCore(file: string): boolean {
  return CORE.includes(file.split('/')[0] as string) || PLATFORM.includes(file)
}
