import { isExactOrigin, parseOrigin } from '../config/origin-pattern.js'
import type { ConfigBuilder, ImportOptions, SourceEntry } from './config-builder.js'
import { type FoundSource, hasKey } from './find-source.js'
import { type Dialect, importDocument } from './import-document.js'
import type { Imported } from './note.js'
import { dropLiteralWildcard, effectiveCredentials } from './origin-entries.js'
import { SourceOptions, splitNames } from './source-options.js'
import { isMap, type SourceMap, type SourceValue } from './source-value.js'

const SOURCE = 'ingress-nginx'
const PREFIX = 'nginx.ingress.kubernetes.io/'

/** https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#enable-cors. */
const NAMES = {
  enabled: ['enable-cors'],
  origins: ['cors-allow-origin'],
  methods: ['cors-allow-methods'],
  headers: ['cors-allow-headers'],
  exposeHeaders: ['cors-expose-headers'],
  credentials: ['cors-allow-credentials'],
  maxAge: ['cors-max-age'],
}
const SHAPE = [PREFIX, ''].flatMap((prefix) =>
  ['enablecors', 'corsalloworigin'].map((name) => prefix.replace(/\W/g, '') + name),
)
const DEFAULT_METHODS = 'GET, PUT, POST, DELETE, PATCH, OPTIONS'
const DEFAULT_HEADERS =
  'DNT,Keep-Alive,User-Agent,X-Requested-With,If-Modified-Since,Cache-Control,Content-Type,Range,Authorization'
const DEFAULT_MAX_AGE = 1_728_000

const INGRESS_NGINX: Dialect = {
  dialect: SOURCE,
  isFlat: true,
  known: Object.values(NAMES).map(([name]) => `${PREFIX}${name}`),
  matches: (value) => hasKey(value, SHAPE),
  read,
}

/**
 * Converts the CORS annotations of ingress-nginx. What is not said has the controller's default: every origin, and
 * credentials.
 *
 * @param document an Ingress, or its annotations: as values, YAML or JSON
 * @throws CorsConversionError with every problem, under paths such as `metadata.annotations.…/cors-allow-origin`
 */
export function fromIngressNginx(document: unknown, options: ImportOptions = {}): Imported {
  return importDocument(document, options, INGRESS_NGINX)
}

function read({ value, path }: FoundSource, builder: ConfigBuilder): void {
  const annotations = isMap(value) ? corsOnly(value) : value
  const options = new SourceOptions(annotations, path, tableOf(), [], builder)
  if (options.boolean('enabled') !== true) {
    builder.set('origins', 'none', options.path('enabled'))
    return
  }
  const origins = readOrigins(options, builder)
  const wanted = options.boolean('credentials') ?? true
  const credentials = effectiveCredentials(wanted, origins, options.path('credentials'), builder)
  const names = (name: 'methods' | 'headers' | 'exposeHeaders', byDefault: string) => {
    const list = options.list(name, 'split') ?? splitNames(byDefault, options.path(name))
    return dropLiteralWildcard(list, name, credentials, builder)
  }
  builder.setOrigins(origins, options.path('origins'))
  builder.setMethods(names('methods', DEFAULT_METHODS), options.path('methods'), true)
  builder.setHeaders(names('headers', DEFAULT_HEADERS), options.path('headers'))
  builder.setExposed(names('exposeHeaders', ''), options.path('exposeHeaders'))
  builder.set('credentials', credentials, options.path('credentials'))
  builder.setMaxAge(options.number('maxAge') ?? DEFAULT_MAX_AGE, options.path('maxAge'))
}

/** With and without the prefix of the controller. */
function tableOf(): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(NAMES).map(([name, [key = '']]) => [name, [`${PREFIX}${key}`, key]]))
}

/** An Ingress also has annotations that are not about CORS. */
function corsOnly(annotations: SourceMap): SourceValue {
  return new Map([...annotations].filter(([key]) => /(?:^|\/)(?:enable-cors|cors-[a-z-]+)$/.test(key)))
}

function readOrigins(options: SourceOptions, builder: ConfigBuilder): readonly SourceEntry[] {
  const path = options.path('origins')
  const listed = options.list('origins', 'split')
  if (listed === undefined) {
    builder.note(path, { code: 'origin-default', source: SOURCE })
    return [{ text: '*', path }]
  }
  // Only by itself is it everybody; in a list it is a host of one label, whatever the scheme.
  if (listed.length === 1 && listed[0]?.text === '*') return listed
  return listed.filter((entry) => isTaken(entry, builder))
}

/** A `*` becomes `[A-Za-z0-9\-]+`: within a label as ours, and by itself one label. */
function isTaken({ text, path }: SourceEntry, builder: ConfigBuilder): boolean {
  const kind = parseOrigin(text)?.host.kind
  if (kind === undefined || isExactOrigin(text) || (kind === 'label' && !text.endsWith(':*'))) {
    if (text !== '*') return true
    builder.refuse({ code: 'wildcard-in-list', source: SOURCE }, path, text)
  } else if (kind === 'subdomains' && !text.endsWith(':*')) {
    builder.refuse({ code: 'one-label', source: SOURCE, pattern: text }, path, text, `'${text}'`)
  } else {
    builder.refuse({ code: 'literal-pattern', source: SOURCE }, path, text, `'${text}'`)
  }
  return false
}
