import { parseOrigin } from '../config/origin-pattern.js'
import type { ProblemList } from '../config/problem-list.js'
import { readEntries } from '../config/read-values.js'
import { display } from '../text/display.js'
import { isArray } from '../text/value-kinds.js'
import { anyHeader, Draft, type Entry, entriesOf, NARROWED } from './draft.js'
import type { Imported } from './note.js'
import { DOCUMENT, readJson, readList, readNumber, readOptions } from './read-document.js'
import { readS3Xml } from './s3-xml.js'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CORSRule.html. CloudFormation has names of its own for some. */
const RULE = ['AllowedOrigins', 'AllowedMethods', 'AllowedHeaders', 'ExposeHeaders', 'MaxAgeSeconds', 'ID']

interface Rule {
  readonly path: string
  readonly origins: readonly string[]
  readonly methods: readonly string[]
  readonly headers: readonly string[]
  readonly expose: readonly string[]
  readonly maxAge: number | undefined
}

/**
 * Converts the CORS configuration of an S3 bucket, in which the first rule that fits a request decides. A policy has one
 * answer, so several rules are taken where they differ in their origins alone, or in their methods alone.
 *
 * @param document the rules, or `{ CORSRules }`, as values or as JSON text; or the XML of a `CORSConfiguration`
 * @throws CorsConfigError with every problem, under paths such as `[0].AllowedOrigins[1]`
 */
export function fromS3(document: unknown): Imported {
  const draft = new Draft()
  const { problems } = draft
  const rules = readRules(readSource(document, problems), problems)
  const [first, ...others] = rules
  if (first === undefined) problems.add('origins-missing', DOCUMENT, document, 'has no rules')
  problems.throwIfAny()
  const { path, headers, expose, maxAge } = first as Rule
  checkOneAnswer(first as Rule, others, problems)
  setOrigins(rules, draft)
  const methods = rules.flatMap((rule) => entriesOf(rule.methods, `${rule.path}.AllowedMethods`))
  draft.setMethods(methods, `${path}.AllowedMethods`, true)
  const headersPath = `${path}.AllowedHeaders`
  draft.setList(
    'headers',
    headers.includes('*') ? anyHeader(false, headersPath) : entriesOf(headers, headersPath),
    headersPath,
  )
  draft.setList('exposeHeaders', entriesOf(expose, `${path}.ExposeHeaders`), `${path}.ExposeHeaders`)
  draft.setMaxAge(maxAge, `${path}.MaxAgeSeconds`)
  return draft.finish()
}

function readSource(document: unknown, problems: ProblemList): unknown {
  if (typeof document === 'string' && /^[\s\uFEFF]*</.test(document)) return readS3Xml(document.trimStart(), problems)
  return readJson(document, problems)
}

function readRules(source: unknown, problems: ProblemList): readonly Rule[] {
  if (isArray(source)) return readEach(source, '', problems)
  const rules = readOptions(source, ['CORSRules'], '', problems).get('CORSRules')
  if (isArray(rules)) return readEach(rules, 'CORSRules', problems)
  problems.add('wrong-type', 'CORSRules', rules, `must be a list of rules, and is ${display(rules)}`)
  return []
}

function readEach(rules: readonly unknown[], path: string, problems: ProblemList): readonly Rule[] {
  return readEntries(rules, path || DOCUMENT, problems).map((rule, i) => readRule(rule, `${path}[${i}]`, problems))
}

function readRule(value: unknown, path: string, problems: ProblemList): Rule {
  const options = readOptions(value, RULE, path, problems)
  const list = (name: string) => readList(options, name, problems, `${path}.${name}`) ?? []
  return {
    path,
    origins: list('AllowedOrigins'),
    methods: list('AllowedMethods'),
    headers: list('AllowedHeaders'),
    expose: list('ExposeHeaders'),
    maxAge: readNumber(options, 'MaxAgeSeconds', problems, `${path}.MaxAgeSeconds`),
  }
}

/** Rules whose origins differ answer different requests, and so do rules whose methods differ; both at once is no union. */
function checkOneAnswer(first: Rule, others: readonly Rule[], problems: ProblemList): void {
  const same = (rule: Rule, key: 'origins' | 'methods' | 'headers' | 'expose') =>
    [...rule[key]].sort().join() === [...first[key]].sort().join()
  const oneAnswer = others.every(
    (rule) => same(rule, 'headers') && same(rule, 'expose') && rule.maxAge === first.maxAge,
  )
  const union = others.every((rule) => same(rule, 'methods')) || others.every((rule) => same(rule, 'origins'))
  if (oneAnswer && union) return
  const message =
    'does not fit in one policy with the rules before it, whose answers are others: convert each rule by itself, and give routes policies of their own'
  problems.add('wrong-type', others[0]?.path as string, undefined, message)
}

function setOrigins(rules: readonly Rule[], draft: Draft): void {
  const path = `${(rules[0] as Rule).path}.AllowedOrigins`
  const entries = rules.flatMap((rule) => entriesOf(rule.origins, `${rule.path}.AllowedOrigins`))
  const listed = new Set(entries.map(({ text }) => text))
  const origins = entries.flatMap((entry) => readOrigin(entry, listed, draft))
  draft.setList('origins', origins, path)
  if (origins.length > 0 && !listed.has('*')) draft.note('credentials-differ', path, CREDENTIALS)
}

/** S3 sends `Access-Control-Allow-Credentials: true` to whoever an entry other than `*` lets in, and reads no cookie. */
const CREDENTIALS =
  'S3 tells listed origins that they may send credentials, and has no use for them: the policy does not; set credentials: true if scripts send them'

/** A `*` of S3 stands for any text, dots and colons included. */
function readOrigin(entry: Entry, listed: ReadonlySet<string>, draft: Draft): Entry[] {
  const { text, path } = entry
  if (parseOrigin(text)?.host.kind === 'range') return [...draft.exactOrigins([entry], 'S3')]
  if (text.endsWith(':*')) {
    const bare = text.slice(0, -2)
    if (!listed.has(bare)) {
      const message = `requires a port, and the pattern for any port also matches the default one: list ${display(bare)} too if that is right`
      draft.problems.add('origin-syntax', path, text, message)
      return []
    }
  } else if (/:\/\/(?!\*\.)[^.]*\*/.test(text)) {
    draft.note('pattern-narrowed', path, NARROWED)
  }
  // With any port, the default one is covered.
  return listed.has(`${text}:*`) ? [] : [entry]
}
