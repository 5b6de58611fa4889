import type { FindingCode } from './finding.js'
import type { FindingText } from './finding-text.js'
import { CACHE_TEXTS } from './texts-caches.js'
import { HEADER_TEXTS } from './texts-headers.js'
import { PREFLIGHT_TEXTS } from './texts-preflight.js'
import { SECURITY_TEXTS } from './texts-security.js'

/** The texts of every finding. */
export const FINDING_TEXTS: Readonly<Record<FindingCode, FindingText>> = {
  ...PREFLIGHT_TEXTS,
  ...HEADER_TEXTS,
  ...CACHE_TEXTS,
  ...SECURITY_TEXTS,
}

/** The text with the values in it. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
}
