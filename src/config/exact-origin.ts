import { isCanonicalHost } from './canonical-host.js'
import { NEVER_AN_ORIGIN } from './origin-scheme.js'
import { type OriginParts, splitOrigin } from './origin-text.js'

/** Whether the text is one exact, canonical origin: for http and https, one that `new URL(text).origin` returns as it is. */
export function isExactOrigin(text: string): boolean {
  return splitExact(text) !== undefined
}

/** Its parts, undefined for any other text. */
export function splitExact(text: string): OriginParts | undefined {
  const parts = splitOrigin(text)
  if (parts === undefined || !isCanonicalHost(text, parts.hostStart, parts.hostEnd)) return undefined
  return NEVER_AN_ORIGIN.has(text.slice(0, parts.schemeEnd)) ? undefined : parts
}
