import type { FindingItem } from '../finding.js'

/** What surrounds the words of a message that name the fault. */
export interface MessageContext {
  readonly origin: string
  readonly url: string
  readonly preflight: boolean
  /** 0 where the message says that there is none. */
  readonly status: number | undefined
}

/** What a message means, and where in the text it says so. */
export interface Found {
  readonly item: FindingItem
  readonly at: number
  /** Whether the URL is what comes right before, whatever the words around it. */
  readonly isAfterUrl?: boolean
}

/** Without Access-Control-Allow-Origin, an error is what the browser hides. */
export function missingItem({ origin, preflight, status = 0 }: MessageContext): FindingItem {
  if (preflight && status >= 300) return statusItem(status)
  if (status >= 300 && status < 400) return { code: 'redirect-without-cors', status, location: '…' }
  if (!preflight && status >= 400) {
    return { code: 'server-failing', status, readable: false, standIn: false, recorded: true, server: '' }
  }
  return { code: 'allow-origin-missing', origin, everywhere: false }
}

export function manyItem(value: string, { origin }: MessageContext): FindingItem {
  const parts = value.split(',').map((part) => part.trim())
  const isDoubled = new Set(parts).size === 1 || parts.includes('*')
  return isDoubled
    ? { code: 'allow-origin-doubled', names: ['Access-Control-Allow-Origin'], value }
    : { code: 'allow-origin-list', value, origin }
}

export function credentialsItem({ origin }: MessageContext): FindingItem {
  return { code: 'allow-origin-wildcard-credentials', value: '*', origin }
}

export function invalidItem(value: string, { origin }: MessageContext): FindingItem {
  const code =
    value === ''
      ? 'allow-origin-empty'
      : value.includes('*')
        ? 'allow-origin-pattern'
        : /^["']/.test(value)
          ? 'allow-origin-quoted'
          : 'allow-origin-no-scheme'
  return { code, value, origin }
}

export function otherItem(value: string, context: MessageContext): FindingItem {
  const { origin } = context
  if (value !== 'null' && (value.includes('*') || !value.includes('://'))) return invalidItem(value, context)
  const code =
    value === 'null'
      ? 'allow-origin-null'
      : value === `${origin}/`
        ? 'allow-origin-trailing-slash'
        : 'allow-origin-other'
  return { code, value, origin }
}

export function headerItem(name: string): FindingItem {
  const lowerCase = name.toLowerCase()
  if (lowerCase === 'authorization') return { code: 'authorization-not-covered', wildcard: false }
  return {
    code: 'header-not-covered',
    names: [lowerCase],
    wildcard: false,
    ofResponses: /^access-control-(allow|expose|max)-/.test(lowerCase),
  }
}

export function methodItem(method: string): FindingItem {
  return { code: 'method-not-covered', method, wildcard: false, isPatch: method === 'patch' }
}

export function statusItem(status = 0): FindingItem {
  if (status >= 300 && status < 400) return { code: 'preflight-redirect', status, location: '…' }
  if (status === 401 || status === 407) return { code: 'preflight-unauthorized', status }
  if (status === 403) return { code: 'preflight-forbidden' }
  if (status === 404) return { code: 'preflight-not-found' }
  if (status === 405 || status === 501) return { code: 'preflight-method-not-allowed', status }
  return { code: status >= 500 ? 'preflight-server-error' : 'preflight-client-error', status }
}
