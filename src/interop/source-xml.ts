import sax from 'sax'
import { SyntaxFault } from './source-position.js'
import { MAX_DEPTH, type SourceValue, UnreadableValue } from './source-value.js'

class Element {
  readonly parts = new Map<string, SourceValue>()
  readonly name: string
  readonly parent: Element
  readonly depth: number
  text = ''

  /** @param parent none for the root */
  constructor(name: string, parent?: Element) {
    this.name = name
    this.parent = parent ?? this
    this.depth = parent === undefined ? 0 : parent.depth + 1
  }
}

/** XML has five entities, and only those are read. */
const OPTIONS = { position: true, strictEntities: true }

/**
 * XML without attributes: an element with elements is an object, one without is its text, and those that repeat are a
 * list. @throws SyntaxFault, UnreadableValue
 */
export function readXmlText(text: string): SourceValue {
  const root = new Element('')
  let current = root
  const parser = sax.parser(true, OPTIONS)
  const refuse = (reason: string): never => {
    throw new SyntaxFault('XML', reason, Math.max(0, parser.position - 1))
  }
  parser.onerror = (error) => refuse(error.message.replace(/\n[\s\S]*/, ''))
  parser.ondoctype = () => refuse('a document type is not allowed')
  parser.onopentag = ({ name }) => {
    current = new Element(name.replace(/^.*:/, ''), current)
    if (current.depth > MAX_DEPTH) throw new UnreadableValue('depth', '')
  }
  parser.ontext = parser.oncdata = (part) => {
    current.text += part
  }
  parser.onclosetag = () => {
    const { name, parts, text: inner, parent } = current
    if (parts.size > 0 && inner.trim() !== '') refuse(`${name} contains text next to elements`)
    current = parent
    add(parent.parts, name, parts.size > 0 ? parts : inner.trim())
  }
  parser.write(text).close()
  return root.parts
}

function add(parts: Map<string, SourceValue>, name: string, value: SourceValue): void {
  const before = parts.get(name)
  parts.set(name, before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value])
}
