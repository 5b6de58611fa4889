import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { runDocumented } from './run-documented.js'
import { typeErrors } from './type-check.js'

/**
 * Checks that the code of a Markdown text does what the text says. A fenced block is marked by what stands behind its
 * backticks, which a reader does not see:
 *
 * - `js` is a whole program: it runs to its end, or until its server has answered a request.
 * - `js throws` is a whole program that `CorsConfigError` or `CorsConversionError` ends.
 * - `js fragment` is no whole program: its syntax is checked.
 * - `ts` is a whole module: it passes the type checker. Lines that must not, say `@ts-expect-error`.
 * - `json` can be parsed.
 *
 * Blocks of other languages are not looked at.
 */
export async function checkMarkdown(
  markdown: string,
  folder: string,
): Promise<{ blocks: Block[]; problems: string[] }> {
  const blocks = readBlocks(markdown)
  mkdirSync(folder, { recursive: true })
  const problems = await Promise.all(blocks.map((block) => checkBlock(block, folder)))
  return { blocks, problems: [...problems.flat(), ...checkTypes(blocks, folder)] }
}

/** A fenced block of code. */
export interface Block {
  /** `js`, `js throws`, … */
  readonly kind: string
  readonly code: string
  /** Of the text's lines, the one with the opening backticks, from 1. */
  readonly line: number
}

const CHECKED = /^(js|javascript|mjs|ts|typescript|json)\b/
const KINDS = ['js', 'js throws', 'js fragment', 'ts', 'json']

/** The blocks that are checked. */
export function readBlocks(markdown: string): Block[] {
  const blocks: Block[] = []
  const lines = markdown.split(/\r?\n/)
  for (let i = 0; i < lines.length; i++) {
    const [, indent = '', fence, info = ''] = /^( *)(`{3,}|~{3,})(.*)$/.exec(lines[i] as string) ?? []
    if (fence === undefined) continue
    const line = i + 1
    const code: string[] = []
    while (++i < lines.length && (lines[i] as string).trim() !== fence)
      code.push((lines[i] as string).slice(indent.length))
    const kind = info.trim()
    if (CHECKED.test(kind)) blocks.push({ kind, code: `${code.join('\n')}\n`, line })
  }
  return blocks
}

async function checkBlock(block: Block, folder: string): Promise<string[]> {
  switch (block.kind) {
    case 'js':
    case 'js throws':
      return checkProgram(block, folder)
    case 'js fragment':
      return checkSyntax(block)
    case 'json':
      return checkJson(block)
    case 'ts':
      return []
    default:
      return [`line ${block.line}: \`${block.kind}\` is none of ${KINDS.join(', ')}`]
  }
}

async function checkProgram({ code, kind, line }: Block, folder: string): Promise<string[]> {
  const file = join(folder, `line-${line}.mjs`)
  writeFileSync(file, code)
  const { error } = await runDocumented(file)
  if (kind === 'js') return error === undefined ? [] : [`line ${line}: ${error}`]
  return /ERR_CORS_(?:CONFIG|CONVERSION)/.test(error ?? '')
    ? []
    : [`line ${line}: throws neither CorsConfigError nor CorsConversionError, but: ${error}`]
}

/** `await` and `return` may stand anywhere in what is a part of something. */
function checkSyntax({ code, line }: Block): string[] {
  const { diagnostics = [] } = ts.transpileModule(`async function fragment() {\n${code}}`, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
    fileName: 'fragment.js',
  })
  return diagnostics.map(({ messageText }) => `line ${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)
}

function checkJson({ code, line }: Block): string[] {
  try {
    JSON.parse(code)
    return []
  } catch (error) {
    return [`line ${line}: ${error}`]
  }
}

/** All in one program: a compiler takes seconds to start. */
function checkTypes(blocks: readonly Block[], folder: string): string[] {
  const files = blocks.flatMap(({ kind, code, line }) => {
    if (kind !== 'ts') return []
    const file = join(folder, `line-${line}.mts`)
    writeFileSync(file, code)
    return [file]
  })
  return files.length === 0 ? [] : typeErrors(files).map((error) => error.replace(/^.*\/line-(\d+)\.mts:(\d+)/, inText))
}

function inText(_: string, blockLine: string, lineInBlock: string): string {
  return `line ${Number(blockLine) + Number(lineInBlock)}`
}
