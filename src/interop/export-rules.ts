import type { PolicyExport } from './policy-export.js'
import { areApart, beyond, type RuleMatch } from './rule-match.js'

/**
 * The rules of a bucket, in which the first rule that fits origin, method and headers decides: one for each config of the
 * policy, the outermost first. An origin of an outer config must not get to the rule of an inner one, since a policy has
 * one answer for it.
 *
 * @param toRule makes the rule of one config
 * @param matchOf what a request has to fit
 */
export function exportRules<Rule>(
  target: PolicyExport,
  toRule: (layer: PolicyExport) => Rule,
  matchOf: (rule: Rule) => RuleMatch,
): readonly [Rule, ...Rule[]] {
  // No rule says that nobody may read. An origin that fits none gets no answer.
  const layers = target.layers().filter(({ config }) => config.origins !== 'none')
  if (layers.length === 0) target.refuseNone()
  const [first = target, ...others] = layers
  const rules: [Rule, ...Rule[]] = [toRule(first)]
  for (const layer of others) {
    const rule = toRule(layer)
    const more = rules.flatMap((earlier) => gained(matchOf(earlier), matchOf(rule)))
    if (more.length > 0) {
      layer.refuse('origins', layer.config.origins, {
        code: 'target-rules',
        target: target.name,
        names: [...new Set(more)],
      })
    }
    rules.push(rule)
  }
  return rules
}

/** What an origin of the earlier rule would get from the later one. */
function gained(earlier: RuleMatch, later: RuleMatch): readonly string[] {
  return areApart(earlier, later) ? [] : beyond(earlier, later)
}
