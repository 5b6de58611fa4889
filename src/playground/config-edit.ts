import { applyEdits, type JSONPath, modify, type Node, type ParseError, parseTree } from 'jsonc-parser'
import type { CorsConfig } from '../config/types.js'
import { applyFixes } from '../explain/config-fixes.js'
import type { ConfigFix } from '../explain/fix.js'
import type { ConversionProblem } from '../interop/conversion-error.js'
import { below } from '../interop/source-value.js'

/** How a config is written: two spaces, as in the docs. */
const FORMAT = { formattingOptions: { tabSize: 2, insertSpaces: true } }

/** What a click on "Did you mean" writes. */
export interface Replacement {
  /** As the button shows it. */
  readonly shown: string
  /** The whole text after the click. */
  readonly text: string
}

/** The text with the suggestion of a problem. Undefined where there is none, or the text is not JSON. */
export function replacementFor(text: string, problem: ConversionProblem): Replacement | undefined {
  const meant = meantBy(problem)
  if (meant === undefined) return undefined
  const root = treeOf(text)
  const node = root && nodeAt(root, problem.path)
  if (node === undefined) return undefined
  const shown = JSON.stringify(meant)
  // A name is wrong, and its value may be right.
  const key = problem.code === 'unknown-option' ? node.parent?.children?.[0] : undefined
  const { offset, length } = key ?? node
  return { shown, text: `${text.slice(0, offset)}${shown}${text.slice(offset + length)}` }
}

function meantBy(problem: ConversionProblem): unknown {
  if (problem.suggestion !== undefined) return problem.suggestion
  return 'entries' in problem ? problem.entries : undefined
}

/**
 * The text with the changes of `explain` made in it. Comments and layout stay where the text is JSON; any other is written
 * anew as JSON.
 *
 * @param config what the text says
 */
export function withFixes(text: string, config: CorsConfig, fixes: readonly ConfigFix[]): string {
  const changed = applyFixes(config, fixes)
  if (treeOf(text) === undefined) return `${JSON.stringify(changed, undefined, 2)}\n`
  const paths = new Set(fixes.map(({ path }) => path))
  return [...paths].reduce((edited, path) => setOption(edited, path.split('.'), changed), text)
}

/** A list that only grows keeps its lines and comments. */
function setOption(text: string, path: readonly string[], config: CorsConfig): string {
  const value = path.reduce<unknown>((part, name) => (part as Readonly<Record<string, unknown>>)[name], config)
  const listed = entriesAt(text, path)
  if (!Array.isArray(value) || !startsWith(value, listed)) return edit(text, [...path], value)
  return value
    .slice(listed.length)
    .reduce<string>((edited, entry, i) => edit(edited, [...path, listed.length + i], entry, true), text)
}

/** Empty if the path has no list. */
function entriesAt(text: string, path: readonly string[]): readonly unknown[] {
  const node = nodeAt(treeOf(text) as Node, path.join('.'))
  return node?.type === 'array' ? childrenOf(node).map(({ value }) => value as unknown) : []
}

/** Where a config is normalised, its list is another one. */
function startsWith(list: readonly unknown[], start: readonly unknown[]): boolean {
  return start.length > 0 && start.every((entry, i) => entry === list[i])
}

function edit(text: string, path: JSONPath, value: unknown, isArrayInsertion = false): string {
  return applyEdits(text, modify(text, path, value, { ...FORMAT, isArrayInsertion }))
}

function treeOf(text: string): Node | undefined {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  return errors.length === 0 && root?.type === 'object' ? root : undefined
}

function childrenOf({ children = [] }: Node): readonly Node[] {
  return children
}

/** The value that a problem's path names. */
function nodeAt(node: Node, path: string, at = ''): Node | undefined {
  if (at === path) return node
  const { type } = node
  const children = childrenOf(node)
  if (type === 'array') return first(children, (child, i) => nodeAt(child, path, `${at}[${i}]`))
  if (type !== 'object') return undefined
  return first(children, (property) => {
    const [key, value] = childrenOf(property)
    return value && nodeAt(value, path, below(at, String(key?.value)))
  })
}

function first<Item, Found>(items: readonly Item[], find: (item: Item, i: number) => Found | undefined) {
  for (const [i, item] of items.entries()) {
    const found = find(item, i)
    if (found !== undefined) return found
  }
  return undefined
}
