/**
 * What proxies answer to a preflight, written after their own source: the document, the request, the response headers. No
 * headers where the preflight is left to the app.
 */

export interface Preflight {
  readonly origin: string
  readonly method: string
  /** One name, or none. */
  readonly header: string
}

export type Answer = Readonly<Record<string, string>>
export type ProxyModel<Document> = (document: Document, preflight: Preflight) => Answer

const ORIGIN = 'access-control-allow-origin'
const CREDENTIALS = 'access-control-allow-credentials'
const METHODS = 'access-control-allow-methods'
const HEADERS = 'access-control-allow-headers'

/** https://fetch.spec.whatwg.org/#cors-preflight-fetch: whether a browser goes on. */
export function permits(answer: Answer, { origin, method, header }: Preflight, credentials: boolean): boolean {
  const list = (name: string) => (answer[name] ?? '').split(',').map((part) => part.trim())
  const any = (name: string) => !credentials && list(name).includes('*')
  const origins = credentials ? [origin] : [origin, '*']
  if (!origins.includes(answer[ORIGIN] ?? '') || (credentials && answer[CREDENTIALS] !== 'true')) return false
  const methods = ['GET', 'HEAD', 'POST', ...list(METHODS)]
  const headers = list(HEADERS).map((name) => name.toLowerCase())
  return (
    (methods.includes(method) || any(METHODS)) &&
    (header === '' || headers.includes(header) || (any(HEADERS) && header !== 'authorization'))
  )
}

type Annotations = Readonly<Record<string, string>>

/** internal/ingress/annotations/cors/main.go, and the template "CORS" of rootfs/etc/nginx/template/nginx.tmpl. */
export const ingressNginx: ProxyModel<Annotations> = (annotations, { origin }) => {
  const text = (name: string, valid: RegExp) => {
    const value = annotations[`nginx.ingress.kubernetes.io/${name}`]?.trim() ?? ''
    return value === '' || !valid.test(value) ? undefined : value
  }
  if (text('enable-cors', /^true$/) === undefined) return {}
  const valid = /^((((([a-z]+:\/\/)?(\*\.)?[A-Za-z0-9\-.]*(:\d+)?,? *)|null)+)|\*)?$/
  const listed = text('cors-allow-origin', valid)
    ?.split(',')
    .map((part) => part.trim()) ?? ['*']
  const kept = listed.filter(
    (part) => part !== '' && /^([a-z]+:\/\/(\*\.)?[A-Za-z0-9\-.]*(:\d+)?|\*|null)?$/.test(part),
  )
  const matches = kept.some((part) => {
    const source = part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace('\\*', '[A-Za-z0-9\\-]+')
    return new RegExp(`(${source})$`, 'i').test(origin)
  })
  const isAny = listed.includes('*')
  if (!isAny && !matches) return {}
  return {
    [ORIGIN]: isAny ? '*' : origin,
    ...(annotations['nginx.ingress.kubernetes.io/cors-allow-credentials'] === 'false' ? {} : { [CREDENTIALS]: 'true' }),
    [METHODS]: text('cors-allow-methods', /^([A-Za-z]+,?\s?)+$/) ?? 'GET, PUT, POST, DELETE, PATCH, OPTIONS',
    [HEADERS]:
      text('cors-allow-headers', /^[A-Za-z0-9-_, ]*$/) ??
      'DNT,Keep-Alive,User-Agent,X-Requested-With,If-Modified-Since,Cache-Control,Content-Type,Range,Authorization',
  }
}

export interface KongConfig {
  readonly origins?: readonly string[]
  readonly headers?: readonly string[]
  readonly methods?: readonly string[]
  readonly credentials?: boolean
}

/** kong/plugins/cors/handler.lua. An origin of a browser is normalized already. */
export const kong: ProxyModel<KongConfig> = (
  { origins = [], headers = [], methods, credentials },
  { origin, header },
) => {
  const [first, ...others] = origins
  const isAny = first === undefined || origins.includes('*')
  const isOne = first !== undefined && others.length === 0 && /^[A-Za-z0-9.:/-]+$/.test(first)
  const matches = origins.some((entry) => {
    if (isAny || !/[^A-Za-z0-9.:/-]/.test(entry)) return entry === origin
    const source = `${entry}${entry.endsWith('$') ? '' : '$'}`.replace(/^\^/, '')
    const subject = entry.includes(':') ? origin : new URL(origin).hostname
    return new RegExp(source, 'y').test(subject)
  })
  const allowed = isAny ? (credentials === true ? origin : '*') : isOne ? first : matches ? origin : undefined
  return {
    ...(allowed === undefined ? {} : { [ORIGIN]: allowed }),
    ...(credentials === true ? { [CREDENTIALS]: 'true' } : {}),
    [METHODS]: methods?.join() ?? 'GET,HEAD,PUT,PATCH,POST,DELETE,OPTIONS,TRACE,CONNECT',
    [HEADERS]: headers.length > 0 ? headers.join() : header,
  }
}

export interface TraefikConfig {
  readonly accessControlAllowOriginList?: readonly string[]
  readonly accessControlAllowOriginListRegex?: readonly string[]
  readonly accessControlAllowMethods?: readonly string[]
  readonly accessControlAllowHeaders?: readonly string[]
  readonly accessControlAllowCredentials?: boolean
}

/** pkg/middlewares/headers/header.go, of version 3.7.9. */
export const traefik: ProxyModel<TraefikConfig> = (config, { origin, method, header }) => {
  const credentials = config.accessControlAllowCredentials === true
  const list = config.accessControlAllowOriginList ?? []
  const isMatch = (config.accessControlAllowOriginListRegex ?? []).some((source) => new RegExp(source).test(origin))
  const isListed = list.includes(origin) || isMatch || (list.includes('*') && credentials)
  const echoed = (names: readonly string[] = [], asked: string) =>
    names.includes('*') && credentials ? asked : names.join()
  return {
    ...(isListed ? { [ORIGIN]: origin } : list.includes('*') ? { [ORIGIN]: '*' } : {}),
    ...(credentials ? { [CREDENTIALS]: 'true' } : {}),
    [METHODS]: echoed(config.accessControlAllowMethods, method),
    [HEADERS]: echoed(config.accessControlAllowHeaders, header),
  }
}

export interface IstioPolicy {
  readonly allowOrigins?: readonly { readonly exact?: string; readonly prefix?: string; readonly regex?: string }[]
  readonly allowOrigin?: readonly string[]
  readonly allowMethods?: readonly string[]
  readonly allowHeaders?: readonly string[]
  readonly allowCredentials?: boolean
}

/** TranslateCORSPolicy of Istio's pilot, and envoy's source/extensions/filters/http/cors/cors_filter.cc. */
export const istio: ProxyModel<IstioPolicy> = (policy, { origin, method, header }) => {
  const matchers = policy.allowOrigins ?? (policy.allowOrigin ?? []).map((exact) => ({ exact }))
  const allowed = matchers.some((matcher) =>
    ['*', origin].some((text) => {
      const { exact, prefix, regex } = { exact: undefined, prefix: undefined, regex: undefined, ...matcher }
      if (exact !== undefined) return text === exact
      return prefix === undefined ? new RegExp(`^(?:${regex})$`).test(text) : text.startsWith(prefix)
    }),
  )
  if (!allowed) return {}
  const echoed = (names: readonly string[] = [], asked: string) => (names.join() === '*' ? asked : names.join())
  return {
    [ORIGIN]: origin,
    ...(policy.allowCredentials === true ? { [CREDENTIALS]: 'true' } : {}),
    [METHODS]: echoed(policy.allowMethods, method),
    [HEADERS]: echoed(policy.allowHeaders, header),
  }
}
