import { isAlias, isScalar, isSeq, type Node, type ParsedNode, parseAllDocuments } from 'yaml'
import { type PositionMap, SyntaxFault } from './source-position.js'
import { below, Computed, MAX_DEPTH, MAX_VALUES, type SourceValue, UnreadableValue } from './source-value.js'

/** YAML 1.2; several documents are a list. @throws SyntaxFault, UnreadableValue */
export function readYamlText(text: string, positions: PositionMap): SourceValue {
  // Pretty errors quote the line for each of them: with thousands of errors in one long line that takes minutes.
  const documents = parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false, prettyErrors: false })
  let count = 0
  const values = [...documents].map((document, i) => {
    const [error] = document.errors
    if (error !== undefined) {
      throw new SyntaxFault('YAML', error.message, error.pos[0])
    }
    const read = (node: Node | null, path: string, depth: number): SourceValue => {
      // The values of an alias count each time: ten aliases of ten aliases are a hundred.
      if (++count > MAX_VALUES) throw new UnreadableValue('size', path)
      if (depth > MAX_DEPTH) throw new UnreadableValue('depth', path)
      if (node === null) return null
      if (isAlias(node)) {
        const target = node.resolve(document)
        if (target !== undefined) return read(target, path, depth + 1)
        throw new SyntaxFault('YAML', `no value is called &${node.source}`, (node as ParsedNode).range[0])
      }
      if (!positions.has(path)) positions.set(path, (node as ParsedNode).range[0])
      const { tag } = node
      // CloudFormation: !Ref, !Sub, !GetAtt.
      if (tag?.startsWith('!') && !tag.startsWith('!!'))
        return new Computed(`${tag} ${isScalar(node) ? node.value : ''}`.trim())
      if (isScalar(node)) return scalarOf(node.value)
      if (isSeq(node)) return node.items.map((item, j) => read(item as Node, `${path}[${j}]`, depth + 1))
      const map = new Map<string, SourceValue>()
      for (const { key, value } of node.items) {
        const name = String(isScalar(key) ? key.value : key)
        const part = read(value as Node | null, below(path, name), depth + 1)
        // <<: *defaults
        if (name === '<<' && part instanceof Map) for (const [inner, one] of part) map.has(inner) || map.set(inner, one)
        else map.set(name, part)
      }
      return map
    }
    return read(document.contents as Node | null, documents.length > 1 ? `[${i}]` : '', 0)
  })
  return values.length === 1 ? values[0] : values
}

function scalarOf(value: unknown): SourceValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}
