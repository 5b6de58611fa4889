import { includesWildcard } from '../config/parse-fields.js'
import { preflightVary } from '../policy/answer.js'
import { ECHOED_HEADERS, ECHOED_METHOD, ENFORCE } from './nginx-fixed-maps.js'
import { type NginxMap, renderMap } from './nginx-map.js'
import { patternRegex } from './pattern-regex.js'
import { namesList, type PolicyExport, type PolicyOrigin } from './policy-export.js'

/** The configs of a policy, the outermost first. */
export type Layers = readonly [PolicyExport, ...PolicyExport[]]

/**
 * Every key is a case-sensitive regular expression, also where a plain string would do: those nginx compares without
 * regard to case, and an origin in capitals is not an origin.
 */
export function renderMaps(layers: Layers): string {
  return mapsOf(layers).map(renderMap).join('\n\n')
}

function mapsOf(layers: Layers): NginxMap[] {
  const enforces = layers[0].config.enforce === true
  return [
    layerMap(layers, enforces ? '$cors_matched' : '$cors_layer'),
    ...(enforces ? ENFORCE : []),
    ...responseMaps(layers),
    ...preflightMaps(layers),
  ]
}

/** The first regular expression that matches decides, so the configs are in their order. */
function layerMap(layers: Layers, variable: string): NginxMap {
  return {
    comment: 'Which config lets the origin in: 1, for its `otherwise` 2, and so on. Empty for none.',
    source: '$http_origin',
    variable,
    // With '*' none is further in.
    fallback: layers.some(({ anyOrigin }) => anyOrigin) ? numberOf(layers.length - 1) : '',
    entries: layers.flatMap((layer, i) =>
      layer.origins.map((entry) => [originKey(entry, layer), numberOf(i)] as const),
    ),
  }
}

function numberOf(index: number): string {
  return String(index + 1)
}

function originKey(entry: PolicyOrigin, layer: PolicyExport): string {
  const regex = patternRegex(entry.text)
  if (regex === undefined) layer.refuseOrigin(entry, 'address-range')
  return `~^${regex}$`
}

/** A value for each layer, without those that are empty. */
function byLayer(
  layers: Layers,
  toValue: (layer: PolicyExport) => string,
): readonly (readonly [key: string, value: string])[] {
  return layers.flatMap((layer, i) => (toValue(layer) === '' ? [] : [[numberOf(i), toValue(layer)] as const]))
}

function responseMaps(layers: Layers): NginxMap[] {
  return [
    {
      comment: 'Access-Control-Allow-Origin.',
      source: '$cors_layer',
      variable: '$cors_allow_origin',
      fallback: '',
      entries: byLayer(layers, ({ anyOrigin }) => (anyOrigin ? '*' : '$http_origin')),
    },
    {
      comment: 'Access-Control-Allow-Credentials.',
      source: '$cors_layer',
      variable: '$cors_allow_credentials',
      fallback: '',
      entries: byLayer(layers, ({ credentials }) => (credentials ? 'true' : '')),
    },
  ]
}

function preflightMaps(layers: Layers): NginxMap[] {
  const echoesMethod = layers.some((layer) => echoes(layer, 'methods'))
  const echoesHeaders = layers.some((layer) => echoes(layer, 'headers'))
  return [
    present('$http_origin', '$cors_has_origin', 'Whether the request has an Origin, and asks for a method.'),
    present('$http_access_control_request_method', '$cors_asks_method', ''),
    {
      comment:
        'https://fetch.spec.whatwg.org/#cors-preflight-request: who allows it, refused, or empty for no preflight.',
      source: '"$request_method:$cors_has_origin:$cors_asks_method:$cors_layer"',
      variable: '$cors_preflight',
      fallback: '',
      entries: [
        ...layers.map((_, i) => [`~^OPTIONS:1:1:${numberOf(i)}$`, numberOf(i)] as const),
        ['~^OPTIONS:1:1:$', 'refused'],
      ],
    },
    onAllowed('Methods', '$cors_allow_methods', layers, (layer) =>
      echoes(layer, 'methods') ? '$cors_echoed_method' : join(layer.config.methods),
    ),
    onAllowed('Headers', '$cors_allow_headers', layers, (layer) =>
      echoes(layer, 'headers') ? '$cors_echoed_headers' : join(layer.config.headers),
    ),
    {
      comment: 'Access-Control-Max-Age.',
      source: '$cors_preflight',
      variable: '$cors_max_age',
      fallback: '',
      entries: byLayer(layers, ({ config }) => String(config.maxAge ?? '')),
    },
    ...(echoesMethod ? [ECHOED_METHOD] : []),
    ...(echoesHeaders ? [ECHOED_HEADERS] : []),
    {
      comment: 'Access-Control-Expose-Headers: on every response but a preflight.',
      source: '"$cors_preflight:$cors_layer"',
      variable: '$cors_expose_headers',
      fallback: '',
      entries: byLayer(layers, ({ config }) => join(config.exposeHeaders)).map(([key, value]) => [`:${key}`, value]),
    },
    {
      comment: 'Vary: on every response there is.',
      source: '$cors_preflight',
      variable: '$cors_vary',
      fallback: preflightVary(layers.map(({ config }) => config)).join(', '),
      entries: [['', 'Origin']],
    },
  ]
}

function echoes({ credentials, config }: PolicyExport, list: 'methods' | 'headers'): boolean {
  return credentials && includesWildcard(config[list])
}

function present(source: string, variable: string, comment: string): NginxMap {
  return { comment, source, variable, fallback: '1', entries: [['', '']] }
}

function onAllowed(
  field: string,
  variable: string,
  layers: Layers,
  toValue: (layer: PolicyExport) => string,
): NginxMap {
  const comment = `Access-Control-Allow-${field}.`
  return { comment, source: '$cors_preflight', variable, fallback: '', entries: byLayer(layers, toValue) }
}

function join(names: '*' | readonly string[] = []): string {
  return namesList(names).join(', ')
}
