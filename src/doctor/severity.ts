import type { FindingCode, Severity } from './finding.js'

type Listed = readonly [Exclude<Severity, 'critical'>, readonly FindingCode[]]

/** Codes that are not errors by default. A check may set another severity. */
const MILDER: readonly Listed[] = [
  [
    'warning',
    [
      ...(['preflight-body', 'expose-wildcard-credentials', 'vary-missing', 'vary-missing-without-origin'] as const),
      ...(['vary-missing-error', 'cacheable-without-cors', 'instances-differ', 'error-without-cors'] as const),
      ...(['status-not-ok', 'method-not-sent', 'cookie-over-http', 'cookie-not-cross-site', 'incomplete'] as const),
      ...([
        'origin-reflected',
        'near-miss-accepted',
        'scheme-not-checked',
        'port-not-checked',
        'null-accepted',
      ] as const),
    ],
  ],
  [
    'note',
    [
      ...(['max-age-above-cap', 'expose-headers-missing', 'vary-missing-preflight', 'same-origin'] as const),
      ...(['cookie-ignored', 'preflight-avoidable', 'local-network-access'] as const),
    ],
  ],
]

/** How bad a finding is where nothing else is said. */
export function severityOf(code: FindingCode): Severity {
  return MILDER.find(([, codes]) => codes.includes(code))?.[0] ?? 'error'
}

const ORDER: readonly Severity[] = ['critical', 'error', 'warning', 'note']
/** What keeps the page from its response is what people came for. */
const ORDER_BLOCKED: readonly Severity[] = ['error', 'critical', 'warning', 'note']

/** The place of a severity in a report. */
export function rankOf(severity: Severity, isBlocked: boolean): number {
  return (isBlocked ? ORDER_BLOCKED : ORDER).indexOf(severity)
}
