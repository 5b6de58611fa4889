import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** As strict as a consumer can be. Types of Node come from here, so that a project elsewhere needs none installed. */
const STRICT: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  allowJs: true,
  checkJs: true,
  noEmit: true,
  skipLibCheck: true,
  typeRoots: [`${root}/node_modules/@types`],
  types: ['node'],
  // Where src says so, and not what is built.
  paths: {
    '#packages': [`${root}/src/platform/packages.ts`],
    '#words': [`${root}/src/platform/words.ts`],
  },
}

/** Parsed files of packages, by the options that they depend on: all programs of a process share them. */
const parsed = new Map<string, ts.SourceFile | undefined>()

function hostFor(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options)
  const parse = host.getSourceFile.bind(host)
  const key = JSON.stringify(options)
  host.getSourceFile = (file, ...rest) => {
    if (!file.includes('/node_modules/')) return parse(file, ...rest)
    const name = `${key} ${file}`
    if (!parsed.has(name)) parsed.set(name, parse(file, ...rest))
    return parsed.get(name)
  }
  return host
}

/** What the TypeScript compiler finds wrong in the files and in what they import, as `file:line: message`. */
export function typeErrors(files: readonly string[], options: ts.CompilerOptions = {}): string[] {
  const all = { ...STRICT, ...options }
  const program = ts.createProgram(files, all, hostFor(all))
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const message = ts.flattenDiagnosticMessageText(messageText, '\n')
    if (file === undefined) return message
    return `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1}: ${message}`
  })
}
