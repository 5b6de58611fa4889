import { exposedHeaderNames } from '../../fetch-model/filtered-response.js'
import { getHeader, sortedNames } from '../../fetch-model/header-list.js'
import { isRedirectStatus } from '../../fetch-model/redirect.js'
import { EXPOSE_HEADERS } from '../../http/field-names.js'
import { credentialsMode, isReadable } from '../examine.js'
import type { Draft, Inspect } from './draft.js'

/** Headers that a script has a use for, beside those that are the app's own. */
const OF_USE = /^(content-disposition|link|location|retry-after|ratelimit(-.*)?|x-.*)$/
/** The business of browsers, caches and operators. */
const OF_NO_USE =
  /^x-(powered-by|frame-options|content-type-options|xss-protection|dns-prefetch-control|download-options|permitted-cross-domain-policies|robots-tag|ua-compatible|cache.*|served-by|timer|varnish|amz-.*|amzn-.*|envoy-.*|runtime|via|azure-ref|proxy-.*|fastly-.*|vercel-.*|nf-.*)$/

/** What the response says and no script gets to see. */
export const inspectExposed: Inspect = ({ get, settings, plan }) => {
  const actual = get('actual')
  if (actual?.response === undefined || plan.preflight === undefined || !isReadable(actual, settings)) return []
  const { status, headers } = actual.response
  if (isRedirectStatus(status)) return []
  const exposed = exposedHeaderNames(headers, credentialsMode(settings))
  const hidden = sortedNames(headers.map(([name]) => name)).filter(
    (name) => OF_USE.test(name) && !OF_NO_USE.test(name) && !exposed.has(name),
  )
  if (hidden.length === 0) return []
  const draft: Omit<Draft, 'code'> = {
    shown: [actual],
    names: [EXPOSE_HEADERS, ...hidden],
    values: { names: hidden.join(', ') },
  }
  const isWildcard = settings.credentials && getHeader(headers, EXPOSE_HEADERS)?.includes('*') === true
  return [{ ...draft, code: isWildcard ? 'expose-wildcard-credentials' : 'expose-headers-missing' }]
}
