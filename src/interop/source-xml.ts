import sax from 'sax'
import { SyntaxFault } from './source-position.js'
import { MAX_DEPTH, type SourceValue, UnreadableValue } from './source-value.js'

interface Element {
  readonly name: string
  readonly parts: Map<string, SourceValue>
  text: string
}

/**
 * XML without attributes: an element with elements is an object, one without is its text, and those that repeat are a
 * list. @throws SyntaxFault, UnreadableValue
 */
export function readXmlText(text: string): SourceValue {
  const root: Element = { name: '', parts: new Map(), text: '' }
  const open: Element[] = [root]
  const parser = sax.parser(true, { position: true })
  const refuse = (reason: string): never => {
    throw new SyntaxFault('XML', reason, Math.max(0, parser.position - 1))
  }
  const current = () => open.at(-1) ?? root
  parser.onerror = (error) => refuse(error.message.split('\n', 1)[0] ?? '')
  parser.ondoctype = () => refuse('a document type is not allowed')
  parser.onopentag = ({ name }) => {
    if (open.length > MAX_DEPTH) throw new UnreadableValue('depth', '')
    open.push({ name: name.replace(/^.*:/, ''), parts: new Map(), text: '' })
  }
  parser.ontext = parser.oncdata = (part) => {
    current().text += part
  }
  parser.onclosetag = () => {
    const { name, parts, text: inner } = open.pop() ?? root
    if (parts.size > 0 && inner.trim() !== '') refuse(`${name} contains text next to elements`)
    add(current().parts, name, parts.size > 0 ? parts : inner.trim())
  }
  parser.write(text).close()
  return root.parts
}

function add(parts: Map<string, SourceValue>, name: string, value: SourceValue): void {
  const before = parts.get(name)
  parts.set(name, before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value])
}
