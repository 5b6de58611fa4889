import { Computed, type SourceValue } from './source-value.js'

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_apigateway.Cors.html. */
const CORS: Readonly<Record<string, readonly string[]>> = {
  ALL_ORIGINS: ['*'],
  ALL_METHODS: ['OPTIONS', 'GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD'],
  DEFAULT_HEADERS: [
    'Content-Type',
    'X-Amz-Date',
    'Authorization',
    'X-Api-Key',
    'X-Amz-Security-Token',
    'X-Amz-User-Agent',
  ],
}
/** By the name of our option. */
export type CdkDefaults = Readonly<Record<string, readonly string[] | undefined>>

/** What `defaultCorsPreflightOptions` and `addCorsPreflight` have where nothing is said. */
export const CDK_DEFAULTS: CdkDefaults = { methods: CORS['ALL_METHODS'], headers: CORS['DEFAULT_HEADERS'] }

/** The value of a constant of the CDK: `Cors.ALL_ORIGINS`, `CorsHttpMethod.GET`, `s3.HttpMethods.PUT`. */
export function cdkValue(value: SourceValue): SourceValue {
  if (!(value instanceof Computed)) return value
  const [, list = '', method] =
    /^(?:\w+\.)*(?:Cors\.(\w+)|(?:CorsHttpMethod|HttpMethods)\.([A-Z]+))$/.exec(value.expression) ?? []
  if (method !== undefined) return method === 'ANY' ? '*' : method
  const known = CORS[list]
  return known === undefined ? value : [...known]
}
