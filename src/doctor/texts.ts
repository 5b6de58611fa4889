import { CACHE_TEXTS } from '../text/doctor-caches.js'
import { CONSOLE_TEXTS } from '../text/doctor-console.js'
import { HEADER_TEXTS } from '../text/doctor-headers.js'
import { LIST_TEXTS } from '../text/doctor-lists.js'
import { PREFLIGHT_TEXTS } from '../text/doctor-preflight.js'
import { REACH_TEXTS } from '../text/doctor-reach.js'
import { SECURITY_TEXTS } from '../text/doctor-security.js'
import { SERVER_TEXTS } from '../text/doctor-server.js'
import type { FindingCode, FindingItem, Place } from './finding.js'

export type Fixes = Readonly<Partial<Record<Place, string>>>

/** What is said about a finding. */
export interface FindingText<Item> {
  readonly title: (item: Item) => string
  readonly impact: (item: Item) => string
  readonly fix: (item: Item) => Fixes
}

type FindingCatalogue = { readonly [Code in FindingCode]: FindingText<Extract<FindingItem, { readonly code: Code }>> }

/** The sentences about each finding. */
export const FINDING_TEXTS: FindingCatalogue = {
  ...REACH_TEXTS,
  ...SERVER_TEXTS,
  ...PREFLIGHT_TEXTS,
  ...HEADER_TEXTS,
  ...LIST_TEXTS,
  ...CACHE_TEXTS,
  ...SECURITY_TEXTS,
  ...CONSOLE_TEXTS,
}

/** The sentences about a finding. */
export function textOf(item: FindingItem): { readonly title: string; readonly impact: string; readonly fixes: Fixes } {
  // The key and the facts belong to the same member, which TypeScript cannot see.
  const text = FINDING_TEXTS[item.code] as FindingText<FindingItem>
  return { title: text.title(item), impact: text.impact(item), fixes: text.fix(item) }
}
