import type { ConfigBuilder, SourceEntry } from './config-builder.js'
import { areApart, beyond, type RuleMatch } from './rule-match.js'

/** One rule of a bucket: the first that fits a request decides. */
export interface Rule {
  readonly path: string
  readonly origins: readonly SourceEntry[]
  readonly methods: readonly SourceEntry[]
  readonly headers: readonly SourceEntry[]
  readonly exposeHeaders: readonly SourceEntry[]
  readonly maxAge: number | undefined
  /** Of each list, by our name. */
  readonly paths: Readonly<Record<'origins' | 'methods' | 'headers' | 'exposeHeaders' | 'maxAge', string>>
}

/**
 * Sets a config by rules. Those that differ only in their origins, or only in their methods, are one. Others become
 * `otherwise`, where that says the same: an origin that fits an earlier rule must never get to a later one.
 *
 * @param path of the rules
 * @param setRule sets one
 */
export function setRules(
  rules: readonly Rule[],
  path: string,
  builder: ConfigBuilder,
  setRule: (rule: Rule, builder: ConfigBuilder) => void,
): void {
  const [first, ...others] = chosen(rules, builder)
  if (first === undefined) return
  const united = unite(first, others)
  if (united !== undefined) {
    setRule(united, builder)
  } else if (others.every((rule, i) => [first, ...others.slice(0, i)].every((earlier) => decidesFor(earlier, rule)))) {
    setRule(first, builder)
    let inner = builder
    for (const rule of others) {
      inner = inner.otherwise()
      setRule(rule, inner)
    }
  } else {
    builder.refuse({ code: 'rules-differ', count: rules.length }, path, undefined)
  }
}

/** Sets a rule of a bucket that compares origins literally. @param source what such buckets are called */
export function literalRule(source: string): (rule: Rule, builder: ConfigBuilder) => void {
  return ({ origins, methods, headers, exposeHeaders, maxAge, paths }, builder) => {
    builder.setOrigins(builder.exactOrigins(origins, source), paths.origins)
    builder.setMethods(methods, paths.methods, true)
    builder.setHeaders(headers, paths.headers)
    builder.setExposed(exposeHeaders, paths.exposeHeaders)
    builder.setMaxAge(maxAge, paths.maxAge)
  }
}

function chosen(rules: readonly Rule[], builder: ConfigBuilder): readonly Rule[] {
  const { rule: number } = builder.options
  if (number === undefined) return rules
  const rule = rules[number - 1]
  if (rule === undefined) builder.refuse({ code: 'rule-not-found', count: rules.length }, 'rule', number)
  return rule === undefined ? [] : [rule]
}

function unite(first: Rule, others: readonly Rule[]): Rule | undefined {
  const same = (rule: Rule, key: 'origins' | 'methods' | 'headers' | 'exposeHeaders') =>
    textsOf(rule[key]) === textsOf(first[key])
  const oneAnswer = others.every(
    (rule) => same(rule, 'headers') && same(rule, 'exposeHeaders') && rule.maxAge === first.maxAge,
  )
  const union = others.every((rule) => same(rule, 'methods')) || others.every((rule) => same(rule, 'origins'))
  if (!oneAnswer || !union) return undefined
  return {
    ...first,
    origins: [first, ...others].flatMap(({ origins }) => origins),
    methods: [first, ...others].flatMap(({ methods }) => methods),
  }
}

/** Whether each request of an origin of both rules that fits the later one fits the earlier one too. */
function decidesFor(earlier: Rule, later: Rule): boolean {
  const [before, after] = [matchOf(earlier), matchOf(later)]
  return areApart(before, after) || (!before.origins.includes('*') && beyond(before, after).length === 0)
}

function matchOf({ origins, methods, headers }: Rule): RuleMatch {
  const texts = (entries: readonly SourceEntry[]) => entries.map(({ text }) => text)
  return { origins: texts(origins), methods: texts(methods), headers: texts(headers) }
}

function textsOf(entries: readonly SourceEntry[]): string {
  return entries
    .map(({ text }) => text)
    .sort()
    .join()
}
