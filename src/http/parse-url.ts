/**
 * Parses a URL once. `URL.canParse` is no help: on Node 20 and 22 its optimised form answers false for text with
 * characters from U+0080 to U+00FF, so the same text stops being a URL after some thousand calls.
 *
 * @param base what a relative URL starts from
 * @returns undefined for text that is not a URL
 */
export function parseUrl(text: string, base?: string | URL): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined
  }
}
