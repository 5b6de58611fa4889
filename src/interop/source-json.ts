import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { type PositionMap, SyntaxFault } from './source-position.js'
import { below, MAX_DEPTH, MAX_VALUES, type SourceValue, UnreadableValue } from './source-value.js'

/** JSON, with comments and trailing commas as editors have them. @throws SyntaxFault, UnreadableValue */
export function readJsonText(text: string, positions: PositionMap): SourceValue {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  const [error] = errors
  if (error !== undefined) {
    // InvalidCommentToken: invalid comment token.
    const reason = printParseErrorCode(error.error).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    throw new SyntaxFault('JSON', reason.trim(), error.offset)
  }
  let count = 0
  const read = (node: Node, path: string, depth: number): SourceValue => {
    if (++count > MAX_VALUES) throw new UnreadableValue('size', path)
    if (depth > MAX_DEPTH) throw new UnreadableValue('depth', path)
    positions.set(path, node.offset)
    const { type, children = [] } = node
    if (type === 'array') return children.map((child, i) => read(child, `${path}[${i}]`, depth + 1))
    if (type !== 'object') return node.value as string | number | boolean | null
    return new Map(
      children.map((property) => {
        const [key, value] = property.children as [Node, Node]
        const name = String(key.value)
        return [name, read(value, below(path, name), depth + 1)]
      }),
    )
  }
  // Without an error there is a root, and each property has a name and a value.
  return read(root as Node, '', 0)
}
