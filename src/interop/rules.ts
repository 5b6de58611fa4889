import type { ConfigBuilder, SourceEntry } from './config-builder.js'

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
 * The rules as one, where they differ only in their origins, or only in their methods. Undefined, and a problem, if
 * they give different answers.
 */
export function uniteRules(rules: readonly Rule[], path: string, builder: ConfigBuilder): Rule | undefined {
  const { rule: number } = builder.options
  if (number !== undefined) {
    const rule = rules[number - 1]
    if (rule === undefined) builder.refuse({ code: 'rule-not-found', count: rules.length }, 'rule', number)
    return rule
  }
  const [first, ...others] = rules
  if (first === undefined) return undefined
  const same = (rule: Rule, key: 'origins' | 'methods' | 'headers' | 'exposeHeaders') =>
    textsOf(rule[key]) === textsOf(first[key])
  const oneAnswer = others.every(
    (rule) => same(rule, 'headers') && same(rule, 'exposeHeaders') && rule.maxAge === first.maxAge,
  )
  const union = others.every((rule) => same(rule, 'methods')) || others.every((rule) => same(rule, 'origins'))
  if (!oneAnswer || !union) {
    builder.refuse({ code: 'rules-differ', count: rules.length }, path, undefined)
    return undefined
  }
  return {
    ...first,
    origins: rules.flatMap(({ origins }) => origins),
    methods: rules.flatMap(({ methods }) => methods),
  }
}

function textsOf(entries: readonly SourceEntry[]): string {
  return entries
    .map(({ text }) => text)
    .sort()
    .join()
}
