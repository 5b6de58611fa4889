import type { Draft } from './checks/draft.js'
import type { FindingCode } from './finding.js'

type Codes = readonly FindingCode[]

const LISTS: Codes = [
  ...(['authorization-not-covered', 'header-not-covered', 'method-not-covered'] as const),
  ...(['allow-headers-invalid', 'allow-methods-invalid'] as const),
]
const PREFLIGHT_STATUS: Codes = [
  ...([
    'preflight-unauthorized',
    'preflight-forbidden',
    'preflight-not-found',
    'preflight-method-not-allowed',
  ] as const),
  ...(['preflight-client-error', 'preflight-server-error', 'preflight-redirect', 'preflight-redirect-https'] as const),
  ...(['preflight-timeout', 'preflight-no-response'] as const),
]
const PREFLIGHT: Codes = [...PREFLIGHT_STATUS, ...LISTS, 'preflight-body', 'preflight-avoidable', 'max-age-above-cap']
const CHECK: Codes = [
  ...(['allow-origin-missing', 'allow-origin-doubled', 'allow-origin-list', 'allow-origin-scheme'] as const),
  ...(['allow-origin-port', 'allow-origin-trailing-slash', 'allow-origin-null', 'allow-origin-empty'] as const),
  ...(['allow-origin-pattern', 'allow-origin-no-scheme', 'allow-origin-quoted', 'allow-origin-other'] as const),
  ...(['allow-origin-wildcard-credentials', 'allow-credentials-missing', 'allow-credentials-not-true'] as const),
]
const VARY: Codes = ['vary-missing', 'vary-missing-without-origin', 'vary-missing-error', 'vary-missing-preflight']
const CACHES: Codes = [...VARY, 'cached-without-cors', 'cached-for-another-origin', 'cacheable-without-cors']
const REDIRECTS: Codes = ['redirect-cross-origin', 'redirect-without-cors', 'redirect-refused']
const ANSWERS: Codes = ['error-without-cors', 'status-not-ok', 'method-not-sent', 'no-response']
const EVERYTHING: Codes = [
  ...PREFLIGHT,
  ...CHECK,
  ...CACHES,
  ...REDIRECTS,
  ...ANSWERS,
  'instances-differ',
  'origin-rejected',
]
const OWN: Codes = [...EVERYTHING, 'server-failing', 'expose-headers-missing', 'cookie-ignored', 'resource-policy']
const UNREACHABLE: Codes = [
  ...OWN,
  'mixed-content',
  'local-network-access',
  'incomplete',
  'redirect-loop',
  'login-redirect',
]

/** What follows from what: a cause that is found keeps its consequences out of the list. */
const EXPLAINS: Readonly<Partial<Record<FindingCode, Codes>>> = {
  ...Object.fromEntries(
    [
      ...(['dns-failed', 'connection-refused', 'connection-failed', 'timeout', 'tls-untrusted'] as const),
      ...(['tls-name-mismatch', 'tls-expired', 'tls-failed', 'client-certificate-required'] as const),
    ].map((code) => [code, UNREACHABLE]),
  ),
  'mixed-content': [...OWN, 'login-redirect', 'redirect-loop', 'challenge-page', 'cookie-over-http'],
  'redirect-loop': [...OWN, 'login-redirect'],
  'challenge-page': OWN,
  'login-redirect': OWN,
  'server-failing': EVERYTHING,
  'status-not-ok': VARY,
  'origin-rejected': [...PREFLIGHT, ...CHECK, ...VARY, ...ANSWERS],
  'instances-differ': [...PREFLIGHT, ...CHECK, ...CACHES, ...ANSWERS, 'origin-rejected', 'server-failing'],
  'cached-without-cors': [...CHECK, ...CACHES, 'error-without-cors'],
  'cached-for-another-origin': [...CHECK, ...CACHES, 'error-without-cors'],
  'cacheable-without-cors': ['vary-missing', 'vary-missing-without-origin'],
  'preflight-unauthorized': ['allow-origin-missing', ...ANSWERS, 'redirect-without-cors'],
  'preflight-redirect': ['allow-origin-missing', ...REDIRECTS],
  'preflight-redirect-https': ['allow-origin-missing', ...REDIRECTS],
  'preflight-timeout': ['incomplete'],
  'method-not-sent': [...ANSWERS, ...VARY],
  'header-not-covered': ['preflight-client-error', 'preflight-forbidden'],
  'method-not-covered': ['preflight-client-error', 'preflight-forbidden'],
  'authorization-not-covered': ['preflight-client-error', 'preflight-forbidden'],
  'redirect-without-cors': ['allow-origin-missing', ...VARY],
  'redirect-cross-origin': CHECK,
  'redirect-refused': ['allow-origin-missing'],
  'origin-reflected': ['vary-missing-preflight'],
}

/** A cause with the findings that follow from it. */
export interface Cause {
  readonly draft: Draft
  readonly consequences: readonly Draft[]
}

/** @param drafts causes before what they may cause */
export function findCauses(drafts: readonly Draft[]): Cause[] {
  const causes: { draft: Draft; consequences: Draft[] }[] = []
  for (const draft of drafts) {
    const cause = causes.find((each) => explains(each.draft, draft))
    if (cause === undefined) causes.push({ draft, consequences: [] })
    else cause.consequences.push(draft)
  }
  return causes
}

function explains({ item, severity }: Draft, consequence: Draft): boolean {
  if (item.code === consequence.item.code || EXPLAINS[item.code]?.includes(consequence.item.code) !== true) return false
  // What is only good to know explains no failure.
  return severity !== 'note'
}
