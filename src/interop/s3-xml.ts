import type { ProblemList } from '../config/problem-list.js'
import { DOCUMENT } from './read-document.js'
import { parseXml, type XmlElement } from './xml.js'

/** The elements of a CORSRule by what its JSON calls them: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CORSRule.html. */
const LISTS: ReadonlyMap<string, string> = new Map([
  ['AllowedHeader', 'AllowedHeaders'],
  ['AllowedMethod', 'AllowedMethods'],
  ['AllowedOrigin', 'AllowedOrigins'],
  ['ExposeHeader', 'ExposeHeaders'],
])

/**
 * Reads the XML of a CORS configuration as the rules that its JSON would hold.
 *
 * @throws CorsConfigError if it is no XML, or that of something else
 */
export function readS3Xml(text: string, problems: ProblemList): unknown {
  const root = parse(text, problems)
  if (root.name !== 'CORSConfiguration') {
    problems.add(
      'wrong-type',
      DOCUMENT,
      text,
      `is XML with the root element ${root.name}, and that is CORSConfiguration`,
    )
  }
  checkNoText(root, DOCUMENT, problems)
  const rules = root.children.map((rule, i) => readRule(rule, `[${i}]`, problems))
  problems.throwIfAny()
  return rules
}

function parse(text: string, problems: ProblemList): XmlElement {
  try {
    return parseXml(text)
  } catch (error) {
    problems.add('wrong-type', DOCUMENT, text, `is not XML that can be read: ${(error as Error).message}`)
    problems.throwIfAny()
    throw error
  }
}

function readRule(rule: XmlElement, path: string, problems: ProblemList): Record<string, unknown> {
  if (rule.name !== 'CORSRule') {
    problems.add(
      'unknown-option',
      `${path}.${rule.name}`,
      rule.name,
      'is no element that can be converted; that is CORSRule',
    )
  }
  checkNoText(rule, path, problems)
  const values = new Map<string, unknown>()
  // The parser takes no deeper elements than these.
  for (const { name, text } of rule.children) {
    const value = text.trim()
    const list = LISTS.get(name)
    if (list !== undefined) {
      values.set(list, [...((values.get(list) as string[] | undefined) ?? []), value])
    } else if (values.has(name)) {
      problems.add('wrong-type', `${path}.${name}`, value, 'stands there twice')
    } else {
      // An unknown element is a problem of whoever reads the rule.
      values.set(name, name === 'MaxAgeSeconds' && /^\d{1,10}$/.test(value) ? Number(value) : value)
    }
  }
  return Object.fromEntries(values)
}

function checkNoText({ text }: XmlElement, path: string, problems: ProblemList): void {
  if (text.trim() !== '') problems.add('wrong-type', path, text.trim(), 'holds text, and can hold elements alone')
}
