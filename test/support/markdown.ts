import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { main } from '../../src/cli/main.js'
import { runDocumented } from './run-documented.js'
import { typeErrors } from './type-check.js'

/**
 * Checks that the code of a Markdown text does what the text says. A fenced block is marked by what stands behind its
 * backticks, which a reader does not see:
 *
 * - `js` is a whole program: it runs to its end, or until its server has answered a request.
 * - `js ends` is one that runs to its end, whatever servers it starts meanwhile.
 * - `js throws` is a whole program that ends with an error of ours.
 * - `js fragment` is part of a program: its syntax is checked.
 * - `ts` is a whole module: it passes the type checker. Lines that must not pass say `@ts-expect-error`.
 * - `json` can be parsed.
 * - `json cors.json`, with a file's name, is also a file that commands of the same page read. So is any other language.
 *
 * A `text` block that follows a program, or an `sh` block with one `npx cors-policy` command, is the whole output.
 * Blocks between `<!-- story: … -->` and `<!-- end -->` belong to the tests of the doctor. Other blocks are not checked.
 *
 * @returns also the page with each output as it is now
 */
export async function checkMarkdown(
  markdown: string,
  folder: string,
): Promise<{ blocks: Block[]; problems: string[]; updated: string }> {
  const all = allBlocks(markdown)
  const blocks = all.filter(({ kind }) => CHECKED.test(kind))
  mkdirSync(folder, { recursive: true })
  for (const { file, code } of all) if (file !== undefined) writeFileSync(join(folder, file), code)
  const checked = await Promise.all(all.map((block) => checkBlock(block, folder)))
  const outputs = pairsOf(all, checked)
  return {
    blocks,
    problems: [
      ...checked.flatMap(({ problems }) => problems),
      ...outputs.flatMap(compareOutput),
      ...checkTypes(blocks, folder),
    ],
    updated: withOutputs(markdown, outputs),
  }
}

/** A fenced block of code. */
export interface Block {
  /** `js`, `js throws`, … */
  readonly kind: string
  /** The file that the block is. */
  readonly file?: string | undefined
  readonly code: string
  /** The line of the page with the opening backticks, from 1. */
  readonly line: number
  /** The line with the closing backticks. */
  readonly end: number
  readonly indent: string
  readonly inStory: boolean
}

/** What a check found, and what a program or command wrote. */
interface Checked {
  readonly problems: readonly string[]
  readonly output?: string
}

/** A `text` block, and what it should say. */
interface Output {
  readonly block: Block
  readonly output: string
}

const CHECKED = /^(js|javascript|mjs|ts|typescript|json)\b/
const KINDS = ['js', 'js ends', 'js throws', 'js fragment', 'ts', 'json']
const COMMAND = /^npx cors-policy (.*)\n$/
const NOTHING: Checked = { problems: [] }

/** The blocks that are checked by themselves. */
export function readBlocks(markdown: string): Block[] {
  return allBlocks(markdown).filter(({ kind }) => CHECKED.test(kind))
}

function allBlocks(markdown: string): Block[] {
  const blocks: Block[] = []
  const lines = markdown.split(/\r?\n/)
  let inStory = false
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i] as string
    if (/^<!-- (story: .*|end) -->$/.test(text)) inStory = !text.includes('end')
    const [, indent = '', fence, info = ''] = /^( *)(`{3,}|~{3,})(.*)$/.exec(text) ?? []
    if (fence === undefined) continue
    const line = i + 1
    const code: string[] = []
    while (++i < lines.length && (lines[i] as string).trim() !== fence)
      code.push((lines[i] as string).slice(indent.length))
    const [, kind = info.trim(), file] = /^\s*(\w+) ([\w-]+\.\w+)\s*$/.exec(info) ?? []
    blocks.push({ kind, file, code: `${code.join('\n')}\n`, line, end: i + 1, indent, inStory })
  }
  return blocks
}

/** Each `text` block that follows one with an output, with nothing but an empty line between. */
function pairsOf(blocks: readonly Block[], checked: readonly Checked[]): Output[] {
  return blocks.flatMap((block, i) => {
    const output = checked[i - 1]?.output
    const follows = block.kind === 'text' && block.line === (blocks[i - 1]?.end ?? 0) + 2
    return follows && output !== undefined ? [{ block, output }] : []
  })
}

function compareOutput({ block: { code, line }, output }: Output): string[] {
  return code === output ? [] : [`line ${line}: the output is\n${output}`]
}

function withOutputs(markdown: string, outputs: readonly Output[]): string {
  const lines = markdown.split('\n')
  for (const { block, output } of outputs.toReversed()) {
    const text = output.trimEnd().split('\n')
    lines.splice(block.line, block.end - block.line - 1, ...text.map((line) => (block.indent + line).trimEnd()))
  }
  return lines.join('\n')
}

async function checkBlock(block: Block, folder: string): Promise<Checked> {
  if (block.inStory) return NOTHING
  switch (block.kind) {
    case 'js':
    case 'js ends':
    case 'js throws':
      return checkProgram(block, folder)
    case 'js fragment':
      return checkSyntax(block)
    case 'json':
      return checkJson(block)
    case 'sh':
      return runCommand(block, folder)
    default:
      return CHECKED.test(block.kind) && block.kind !== 'ts'
        ? { problems: [`line ${block.line}: \`${block.kind}\` is not one of ${KINDS.join(', ')}`] }
        : NOTHING
  }
}

async function checkProgram({ code, kind, line, file }: Block, folder: string): Promise<Checked> {
  const path = join(folder, file ?? `line-${line}.mjs`)
  writeFileSync(path, code)
  const { error, stdout } = await runDocumented(path, undefined, kind === 'js ends')
  if (kind !== 'js throws') return { problems: error === undefined ? [] : [`line ${line}: ${error}`], output: stdout }
  if (!/ERR_CORS_\w+/.test(error ?? '')) return { problems: [`line ${line}: throws no error of ours, but: ${error}`] }
  return { problems: [], output: thrownText(error as string) }
}

/** What Node writes of an error that nobody catches, less the place in the code and the stack. */
function thrownText(stderr: string): string {
  const lines = stderr.split('\n')
  const start = lines.findIndex((line) => /^\w*Error: /.test(line))
  const end = lines.findIndex((line, i) => i > start && /^ {4}at /.test(line))
  return `${lines.slice(start, end).join('\n')}\n`
}

/** Commands for other programs, and the doctor, which needs a server, are not run. */
async function runCommand({ code, line }: Block, folder: string): Promise<Checked> {
  const [, words] = COMMAND.exec(code) ?? []
  if (words === undefined || words.startsWith('doctor ') || words.startsWith('playground')) return NOTHING
  let output = ''
  const stdout = {
    write: (text: string) => {
      output += text
    },
  }
  try {
    await main(words.split(' '), { stdout, stderr: stdout, env: {}, cwd: folder })
    return { problems: [], output }
  } catch (error) {
    return { problems: [`line ${line}: ${error}`] }
  }
}

/** `await` and `return` may stand anywhere in part of a program. */
function checkSyntax({ code, line }: Block): Checked {
  const { diagnostics = [] } = ts.transpileModule(`async function fragment() {\n${code}}`, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
    fileName: 'fragment.js',
  })
  const problems = diagnostics.map(
    ({ messageText }) => `line ${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
  )
  return { problems }
}

function checkJson({ code, line }: Block): Checked {
  try {
    JSON.parse(code)
    return NOTHING
  } catch (error) {
    return { problems: [`line ${line}: ${error}`] }
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
