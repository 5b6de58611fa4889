import type { PolicyInput } from '../policy/policy-input.js'
import type { Exported } from './note.js'
import { namesList, PolicyExport, type PolicyOrigin } from './policy-export.js'
import { API_GATEWAY_RULES } from './published-rules.js'

/** `CorsConfiguration` of an HTTP API. */
export interface ApiGatewayCors {
  readonly AllowOrigins: readonly string[]
  readonly AllowMethods: readonly string[]
  readonly AllowHeaders: readonly string[]
  readonly ExposeHeaders: readonly string[]
  readonly AllowCredentials: boolean
  readonly MaxAge?: number
}

const PREFLIGHT_STATUS = 204

/**
 * Converts a policy to the `CorsConfiguration` of an API Gateway HTTP API.
 *
 * @throws CorsConversionError if API Gateway would allow more; CorsConfigError if the input is a config with problems
 */
export function toApiGateway(policy: PolicyInput): Exported<ApiGatewayCors> {
  const target = new PolicyExport(policy, 'API Gateway')
  const { maxAge, exposeHeaders = [] } = target.config
  target.refuseEnforce()
  target.refuseNone()
  target.refuseOtherwise()
  target.noteStatus(PREFLIGHT_STATUS)
  for (const entry of target.origins) checkOrigin(entry, target)
  return target.finish({
    AllowOrigins: target.anyOrigin ? ['*'] : target.origins.map(({ text }) => text),
    AllowMethods: methodsOf(target),
    AllowHeaders: target.literalHeaders(),
    ExposeHeaders: namesList(exposeHeaders),
    AllowCredentials: target.credentials,
    ...(maxAge === undefined ? {} : { MaxAge: maxAge }),
  })
}

function checkOrigin(entry: PolicyOrigin, target: PolicyExport): void {
  const { schemes } = API_GATEWAY_RULES
  if (!entry.exact) {
    target.refuseOrigin(entry, 'pattern')
  } else if (!schemes.includes(entry.parsed.scheme)) {
    target.refuseOrigin(entry, 'scheme')
  }
}

/** `*` is sent unchanged, which allows everything unless there are credentials. */
function methodsOf(target: PolicyExport): readonly string[] {
  const { methods = [] } = target.config
  if (namesList(methods).includes(API_GATEWAY_RULES.anyMethod) && !target.credentials)
    return [API_GATEWAY_RULES.anyMethod]
  return target.methods(API_GATEWAY_RULES.methods)
}
