import type { CorsConfig } from '../config/types.js'
import { Draft, entriesOf } from './draft.js'
import { refuseLiteralWildcard } from './middleware-options.js'
import type { Imported } from './note.js'
import { type Options, readBoolean, readJson, readList, readNumber, readOptions } from './read-document.js'

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html#apis-apiid-model-cors. */
const NAMES = ['AllowOrigins', 'AllowMethods', 'AllowHeaders', 'ExposeHeaders', 'AllowCredentials', 'MaxAge']

/**
 * Converts the `CorsConfiguration` of an API Gateway HTTP API.
 *
 * @param document the configuration, with names as CloudFormation (`AllowOrigins`) or as OpenAPI (`allowOrigins`) writes
 *   them, or its JSON text
 * @throws CorsConfigError with every problem, under paths such as `AllowOrigins[0]`
 */
export function fromApiGateway(document: unknown): Imported {
  const draft = new Draft()
  const { problems } = draft
  const options = readOptions(
    readJson(document, problems),
    NAMES.flatMap((name) => [name, camelCase(name)]),
    '',
    problems,
  )
  const name = (pascal: string) => (options.has(camelCase(pascal)) ? camelCase(pascal) : pascal)
  const credentials = readBoolean(options, name('AllowCredentials'), problems)
  const setList = (option: 'origins' | 'headers' | 'exposeHeaders', pascal: string) => {
    const entries = entriesOf(readList(options, name(pascal), problems) ?? [], name(pascal))
    if (option === 'headers') refuseLiteralWildcard(entries, credentials === true, 'header-syntax', draft)
    draft.setList(option, option === 'origins' ? draft.exactOrigins(entries, 'API Gateway') : entries, name(pascal))
  }
  setList('origins', 'AllowOrigins')
  setList('headers', 'AllowHeaders')
  setList('exposeHeaders', 'ExposeHeaders')
  const methods = entriesOf(readList(options, name('AllowMethods'), problems) ?? [], name('AllowMethods'))
  refuseLiteralWildcard(methods, credentials === true, 'method-syntax', draft)
  draft.setMethods(methods, name('AllowMethods'), true)
  draft.set('credentials', credentials, name('AllowCredentials'))
  setMaxAge(options, name('MaxAge'), draft)
  return draft.finish()
}

/** -1 tells browsers not to remember a preflight, as 0 does. */
function setMaxAge(options: Options, path: string, draft: Draft): void {
  const seconds: CorsConfig['maxAge'] = readNumber(options, path, draft.problems)
  if (seconds === -1)
    draft.note('max-age-explicit', path, '-1 keeps browsers from remembering a preflight: here that is 0')
  draft.setMaxAge(seconds === -1 ? 0 : seconds, path)
}

function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
