import t from 'tap'
import { nearestOption } from '../../src/config/nearest-option.js'
import { OPTION_NAMES } from '../../src/config/option-names.js'
import { FOREIGN_OPTION_NAMES } from '../../src/text/config.js'

const NEAREST: readonly (readonly [name: string, option: string | undefined])[] = [
  // @fastify/cors, cors, Hono
  ['origin', 'origins'],
  ['allowedHeaders', 'headers'],
  ['allowHeaders', 'headers'],
  ['exposedHeaders', 'exposeHeaders'],
  ['allowMethods', 'methods'],
  ['optionsSuccessStatus', 'preflightStatus'],
  // Starlette
  ['allow_origins', 'origins'],
  ['allow_origin_regex', 'origins'],
  ['allow_methods', 'methods'],
  ['allow_headers', 'headers'],
  ['allow_credentials', 'credentials'],
  ['expose_headers', 'exposeHeaders'],
  ['max_age', 'maxAge'],
  // rs/cors, jub0bs/cors, S3, API Gateway
  ['AllowedOrigins', 'origins'],
  ['AllowedMethods', 'methods'],
  ['Credentialed', 'credentials'],
  ['RequestHeaders', 'headers'],
  ['ResponseHeaders', 'exposeHeaders'],
  ['MaxAgeInSeconds', 'maxAge'],
  ['MaxAgeSeconds', 'maxAge'],
  ['ExposeHeader', 'exposeHeaders'],
  ['supports_credentials', 'credentials'],
  ['PreflightSuccessStatus', 'preflightStatus'],
  ['AllowOrigin', 'origins'],
  ['allowOrigins', 'origins'],
  ['allowedOrigin', 'origins'],
  // slips
  ['orgins', 'origins'],
  ['Origins', 'origins'],
  ['method', 'methods'],
  ['header', 'headers'],
  ['headerss', 'headers'],
  ['credential', 'credentials'],
  ['maxage', 'maxAge'],
  ['max-age', 'maxAge'],
  ['preflightstatus', 'preflightStatus'],
  ['enforced', 'enforce'],
  // two letters too many, too few, or wrong; with three it is another word
  ['methodsss', 'methods'],
  ['methodssss', undefined],
  ['mthds', 'methods'],
  ['mths', undefined],
  ['mxthxds', 'methods'],
  ['mxthxdx', undefined],
  ['xxheaders', 'headers'],
  ['xxxheaders', undefined],
  ['aders', 'headers'],
  ['ders', undefined],
  ['dangerouslyAllowInsecureOrigin', 'dangerouslyAllowInsecureOrigins'],
  ['dangerously_allow_public_suffix_subdomain', 'dangerouslyAllowPublicSuffixSubdomains'],
  // other words
  ['orig', undefined],
  ['cookies', undefined],
  ['age', undefined],
  ['', undefined],
  ['🦊', undefined],
  ['__proto__', undefined],
  ['constructor', undefined],
  ['toString', undefined],
  [`origins${'x'.repeat(100_000)}`, undefined],
]

t.test('suggests the option that was probably meant', async (t) => {
  for (const [name, option] of NEAREST) t.equal(nearestOption(name), option, name.slice(0, 50))
})

t.test('the nearest name of an option is its own', async (t) => {
  for (const name of OPTION_NAMES) t.equal(nearestOption(name), name)
})

t.test('an option of another library is not ours, and no suggestion is made for it', async (t) => {
  for (const name of FOREIGN_OPTION_NAMES) {
    t.equal((OPTION_NAMES as readonly string[]).includes(name), false, name)
    t.equal(nearestOption(name), undefined, name)
  }
})
