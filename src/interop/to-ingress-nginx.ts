import { SAFELISTED_METHODS } from '../http/methods.js'
import type { PolicyInput } from '../policy/policy-input.js'
import { STARLETTE_METHODS } from './from-starlette.js'
import type { Exported } from './note.js'
import { namesList, PolicyExport } from './policy-export.js'
import { INGRESS_NGINX_RULES } from './published-rules.js'

/** The annotations of an Ingress. */
export type IngressNginxAnnotations = Readonly<Record<`nginx.ingress.kubernetes.io/${string}`, string>>

const PREFLIGHT_STATUS = 204
/** An empty list would be replaced by the controller's own, which is long. Every script may send this one anyway. */
const NO_HEADER = 'Accept'

/**
 * Converts a policy to the CORS annotations of ingress-nginx. Every one is written out, since the controller's defaults
 * allow every origin and credentials.
 *
 * @throws CorsConversionError if ingress-nginx would allow more; CorsConfigError if the input is a config with problems
 */
export function toIngressNginx(policy: PolicyInput): Exported<IngressNginxAnnotations> {
  const target = new PolicyExport(policy, 'ingress-nginx')
  const { headers = [], exposeHeaders = [] } = target.config
  target.refuseEnforce()
  target.refuseNone()
  target.refuseOtherwise()
  target.noteStatus(PREFLIGHT_STATUS)
  target.noteVary()
  checkOrigins(target)
  const known = namesList(target.config.methods ?? []).filter((name) => INGRESS_NGINX_RULES.methods.test(name))
  const methods = target.methods([...SAFELISTED_METHODS, ...STARLETTE_METHODS, ...known].filter((name) => name !== '*'))
  const exposed = target.exposedWithoutWildcard(checkHeaders(exposeHeaders, 'exposeHeaders', target))
  const allowed = checkHeaders(headers, 'headers', target)
  return target.finish({
    ...annotation('enable-cors', 'true'),
    ...annotation('cors-allow-origin', target.originTexts().join(', ')),
    ...annotation('cors-allow-methods', methods.join(', ')),
    ...annotation('cors-allow-headers', allowed.join(', ') || NO_HEADER),
    ...(exposed.length === 0 ? {} : annotation('cors-expose-headers', exposed.join(', '))),
    ...annotation('cors-allow-credentials', String(target.credentials)),
    ...annotation('cors-max-age', String(target.explicitMaxAge())),
  })
}

function annotation(name: string, value: string): IngressNginxAnnotations {
  return { [`nginx.ingress.kubernetes.io/${name}`]: value }
}

/** Its `*` is one whole label. In the place of an origin that it does not accept, it may allow every origin. */
function checkOrigins(target: PolicyExport): void {
  const narrower: string[] = []
  for (const origin of target.origins) {
    const { kind } = origin.parsed.host
    if (!INGRESS_NGINX_RULES.schemes.includes(origin.parsed.scheme)) target.refuseOrigin(origin, 'scheme')
    else if (kind === 'range') target.refuseOrigin(origin, 'range')
    else if (kind === 'label') target.refuseOrigin(origin, 'subdomains-only')
    else if (origin.parsed.port === '*') target.refuseOrigin(origin, 'any-port')
    else if (!INGRESS_NGINX_RULES.origins.test(origin.text)) target.refuseOrigin(origin, 'host')
    else if (kind === 'subdomains') narrower.push(origin.text)
  }
  if (narrower.length > 0)
    target.note('origins', { code: 'pattern-one-label', target: target.name, patterns: narrower })
}

function checkHeaders(
  names: '*' | readonly string[],
  option: 'headers' | 'exposeHeaders',
  target: PolicyExport,
): readonly string[] {
  const list = namesList(names)
  for (const [i, name] of list.entries()) {
    if (name === '*' && option === 'exposeHeaders') continue
    const fault = name === '*' ? 'no-wildcard' : 'characters'
    if (INGRESS_NGINX_RULES.headers.test(name)) continue
    target.refuse(names === '*' ? option : `${option}[${i}]`, name, {
      code: 'target-headers',
      fault,
      target: target.name,
    })
  }
  return list
}
