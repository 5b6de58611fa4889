import { withoutSuffixes } from './platform.js'

/** What is said about a config in a bundle that has to be small: the codes of a problem, for the words that they are. */

interface Problem {
  readonly code: string
  readonly fault?: string
}

/** @param shown the value, as `display` gives it */
export function briefSentence({ code, fault = '' }: Problem, shown: string): string {
  // The tool has the list, so it would not name this problem.
  if (fault === 'no-list') return withoutSuffixes(shown)
  return `${`${code} ${fault}`.trimEnd().replaceAll('-', ' ')}, got ${shown}`
}

/** The message of an error with those problems, a line for each. */
export function briefList(problems: readonly { readonly path: string; readonly message: string }[]): string {
  const lines = problems.map(({ path, message }) => `\n  ${path}: ${message}`)
  return `The CORS config has problems, which "npx cors-policy check" explains:${lines.join('')}`
}
