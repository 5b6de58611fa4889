import { fileURLToPath } from 'node:url'
import t from 'tap'
import ts from 'typescript'

/** What an editor offers between braces. */

const root = fileURLToPath(new URL('../..', import.meta.url))
const OPTIONS = [
  'credentials',
  'dangerouslyAllowInsecureOrigins',
  'dangerouslyAllowPublicAddresses',
  'dangerouslyAllowPublicSuffixSubdomains',
  'enforce',
  'exposeHeaders',
  'headers',
  'maxAge',
  'methods',
  'origins',
  'otherwise',
  'preflightStatus',
]

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  exactOptionalPropertyTypes: true,
  types: ['node'],
}

/** The names that are offered at the `|` of a text. */
function completionsAt(marked: string): readonly string[] {
  const file = `${root}/test/types/edited.ts`
  const text = marked.replace('|', '')
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const content = name === file ? text : ts.sys.readFile(name)
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content)
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  })
  const entries = service.getCompletionsAtPosition(file, marked.indexOf('|'), {})?.entries ?? []
  service.dispose()
  return entries.map(({ name }) => name).sort()
}

const PLACES: readonly (readonly [text: string, taken: readonly string[]])[] = [
  ["import { compilePolicy } from '../../src/index.js'\ncompilePolicy({ | })", []],
  ["import { defineConfig } from '../../src/index.js'\ndefineConfig({ origins: ['https://a.com'], | })", ['origins']],
  ["import { compilePolicy } from '../../src/index.js'\ncompilePolicy({ origins: '*', otherwise: { | } })", []],
  ["import { cors } from '../../src/adapters/express.js'\ncors({ | })", []],
]

t.test('an editor offers the options of a config, and nothing of a policy', async (t) => {
  for (const [text, taken] of PLACES) {
    t.strictSame(
      completionsAt(text),
      OPTIONS.filter((name) => !taken.includes(name)),
      text,
    )
  }
})
