import type { CorsConfig } from '../config/types.js'
import {
  ALLOW_CREDENTIALS,
  ALLOW_HEADERS,
  ALLOW_METHODS,
  ALLOW_ORIGIN,
  EXPOSE_HEADERS,
  MAX_AGE,
} from '../http/field-names.js'
import { DEFAULT_PREFLIGHT_STATUS } from '../policy/answer.js'
import type { PolicyInput } from '../policy/policy-input.js'
import { type Layers, renderMaps } from './nginx-maps.js'
import type { Exported } from './note.js'
import { namesList, PolicyExport } from './policy-export.js'

/** Two pieces of an nginx configuration. */
export interface NginxSnippet {
  /** For the `http` block: maps, which cost nothing until something asks for them. */
  readonly http: string
  /** For the `server` or `location` block that the policy is for. */
  readonly server: string
}

/** What belongs to the snippet, and not to the policy. */
export interface NginxOptions {
  /**
   * Part of the name of each variable: `shop` gives `$cors_shop_preflight`. Lower-case letters, digits and underscores,
   * at most 20, the first a letter. Default: made from the config, so that different policies never share a variable.
   */
  readonly name?: string | undefined
}

/** nginx compares the names of variables without case, and with its default settings they have at most 46 characters. */
const NAME = /^[a-z][a-z0-9_]{0,19}$/

/**
 * Converts a policy to nginx: preflights are answered before anything else, every response says `Vary: Origin`, those of
 * nginx itself included, and CORS headers of the upstream are replaced.
 *
 * @throws CorsConversionError if the policy holds what nginx has no words for; CorsConfigError if the input is a config with problems
 */
export function toNginx(policy: PolicyInput, options: NginxOptions = {}): Exported<NginxSnippet> {
  const name = Object.hasOwn(options, 'name') ? options.name : undefined
  const target = new PolicyExport(policy, 'nginx')
  const layers = target.layers()
  for (const layer of layers) checkNames(layer)
  if (name !== undefined && !NAME.test(name)) {
    target.refuse('name', name, { code: 'target-name', fault: 'variable', target: target.name })
  }
  // All maps of an http block share one space of names: of two with the same name, nginx silently keeps the last.
  const named = (text: string) => `${text.replaceAll('$cors_', `$cors_${name ?? fingerprint(target.config)}_`)}\n`
  return target.finish({ http: named(renderMaps(layers)), server: named(renderServer(layers)) })
}

/** FNV-1a of the config's JSON, as a name. */
function fingerprint(config: CorsConfig): string {
  let hash = 0x811c9dc5
  for (const char of JSON.stringify(config)) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193)
  return `p${(hash >>> 0).toString(16).padStart(8, '0')}`
}

/** nginx takes a `$` for the start of a variable's name, and knows no way to write one. */
function checkNames(target: PolicyExport): void {
  for (const option of ['methods', 'headers', 'exposeHeaders'] as const) {
    for (const [i, name] of namesList(target.config[option] ?? []).entries()) {
      if (!name.includes('$')) continue
      target.refuse(`${option}[${i}]`, name, { code: 'target-name', fault: 'dollar', target: target.name })
    }
  }
}

function renderServer(layers: Layers): string {
  const fields = [
    ['Vary', '$cors_vary'],
    [ALLOW_ORIGIN, '$cors_allow_origin'],
    [ALLOW_CREDENTIALS, '$cors_allow_credentials'],
    [EXPOSE_HEADERS, '$cors_expose_headers'],
    [ALLOW_METHODS, '$cors_allow_methods'],
    [ALLOW_HEADERS, '$cors_allow_headers'],
    [MAX_AGE, '$cors_max_age'],
  ]
  return [
    '# An add_header or proxy_hide_header further in switches all of these off there: repeat them next to it.',
    // Without `always` an error would have none; one whose value is empty is not sent.
    ...fields.map(([name, value]) => `add_header ${name} ${value} always;`),
    '',
    '# What the app behind says about CORS is replaced, and never doubled. fastcgi_hide_header and its kin do the same.',
    ...UPSTREAM.map((name) => `proxy_hide_header ${name};`),
    '',
    ...(layers[0].config.enforce === true ? ['if ($cors_forbidden) {', '    return 403;', '}'] : []),
    'if ($cors_preflight = refused) {',
    '    return 403;',
    '}',
    ...layers.flatMap(({ config }, i) => [`if ($cors_preflight = ${i + 1}) {`, `    ${renderReturn(config)}`, '}']),
  ].join('\n')
}

const NO_CONTENT = 204

/** A 204 has no body and no length; of any other status, the text is the body. */
function renderReturn({ preflightStatus = DEFAULT_PREFLIGHT_STATUS }: CorsConfig): string {
  return `return ${preflightStatus}${preflightStatus === NO_CONTENT ? '' : ' ""'};`
}

const UPSTREAM = [ALLOW_ORIGIN, ALLOW_CREDENTIALS, ALLOW_METHODS, ALLOW_HEADERS, MAX_AGE, EXPOSE_HEADERS]
