import { isArray } from '../text/value-kinds.js'
import type { OptionName } from './option-names.js'
import type { Exemption, OriginRules } from './origin-rules.js'
import type { ParsedOrigins } from './parse-origins.js'
import type { ProblemList } from './problem-list.js'
import { readStrings } from './read-values.js'

/** The `dangerously…` options of a config. */
export interface ParsedExemptions {
  readonly rules: Pick<OriginRules, 'allowInsecure' | 'allowPublicSuffix' | 'allowPublicAddress'>
  /** As a normalised config holds them. */
  readonly values: Readonly<Record<string, boolean | readonly string[]>>
  /** Reports the entries that are not entries of the same config's origins: a slip there would look like a permission. */
  check(origins: ParsedOrigins): void
}

export function parseExemptions(options: ReadonlyMap<OptionName, unknown>, problems: ProblemList): ParsedExemptions {
  const read = (option: OptionName) => parseExemption(option, options.get(option), problems)
  const insecure = read('dangerouslyAllowInsecureOrigins')
  const publicSuffix = read('dangerouslyAllowPublicSuffixSubdomains')
  const publicAddress = read('dangerouslyAllowPublicAddresses')
  const all = [insecure, publicSuffix, publicAddress]
  return {
    rules: {
      allowInsecure: insecure.exemption,
      allowPublicSuffix: publicSuffix.exemption,
      allowPublicAddress: publicAddress.exemption,
    },
    values: Object.fromEntries(
      all.map(({ option, exemption }) => [
        option,
        typeof exemption === 'boolean' ? exemption : Object.freeze([...exemption]),
      ]),
    ),
    check: ({ origins }) => {
      if (all.every(({ paths }) => paths.size === 0)) return
      const listed = new Set(typeof origins === 'string' ? [] : origins)
      listed.delete('*')
      for (const { option, paths } of all) {
        for (const [value, path] of paths) {
          if (!listed.has(value)) problems.report({ code: 'exemption-unused', option, path, value })
        }
      }
    },
  }
}

interface ParsedExemption {
  readonly option: OptionName
  readonly exemption: Exemption
  /** Of each entry of a list, its place. */
  readonly paths: ReadonlyMap<string, string>
}

function parseExemption(option: OptionName, value: unknown, problems: ProblemList): ParsedExemption {
  const paths = new Map<string, string>()
  if (isArray(value)) {
    readStrings(value, option, problems, (entry, path) => {
      if (!paths.has(entry)) paths.set(entry, path)
    })
    return { option, exemption: new Set(paths.keys()), paths }
  }
  if (value !== undefined && typeof value !== 'boolean') {
    problems.report({ code: 'wrong-type', fault: 'exemption', path: option, value })
  }
  return { option, exemption: value === true, paths }
}
