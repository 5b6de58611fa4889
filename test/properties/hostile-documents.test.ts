import fc from 'fast-check'
import * as interop from '../../src/interop/index.js'
import { property } from './check.js'
import { hostileObject, hostileValue } from './hostile-values.js'
import { refuses } from './refusal.js'
import { anyText } from './texts.js'

const strings = fc.array(fc.constantFrom('*', 'https://example.com', 'https://*.example.com', 'GET', 'PUT', 'x-a'), {
  maxLength: 3,
})

interface Format {
  readonly read: (document: unknown) => unknown
  readonly names: readonly string[]
  /** What the document is, if nothing is done to it. */
  readonly good: fc.Arbitrary<object>
}

const formats: Readonly<Record<string, Format>> = {
  fromStarlette: {
    read: interop.fromStarlette,
    names: ['allow_origins', 'allow_origin_regex', 'allow_methods', 'allow_credentials', 'allow_headers', 'max_age'],
    good: fc.record({ allow_origins: strings, allow_headers: strings }, { requiredKeys: [] }),
  },
  fromS3: {
    read: interop.fromS3,
    names: ['CORSRules', 'AllowedOrigins', 'AllowedMethods'],
    good: fc.record({ CORSRules: fc.array(fc.record({ AllowedOrigins: strings, AllowedMethods: strings })) }),
  },
  'fromS3, a rule': {
    read: (rule) => interop.fromS3([rule]),
    names: ['AllowedOrigins', 'AllowedMethods', 'AllowedHeaders', 'ExposeHeaders', 'MaxAgeSeconds', 'ID'],
    good: fc.record({ AllowedOrigins: strings, AllowedMethods: strings }, { requiredKeys: [] }),
  },
  fromApiGateway: {
    read: interop.fromApiGateway,
    names: ['AllowOrigins', 'allowMethods', 'AllowHeaders', 'ExposeHeaders', 'AllowCredentials', 'MaxAge'],
    good: fc.record({ AllowOrigins: strings, AllowMethods: strings }, { requiredKeys: [] }),
  },
  fromExpressCors: {
    read: interop.fromExpressCors,
    names: ['origin', 'methods', 'allowedHeaders', 'exposedHeaders', 'credentials', 'maxAge', 'optionsSuccessStatus'],
    good: fc.record({ origin: strings, methods: strings }, { requiredKeys: [] }),
  },
  fromFastifyCors: {
    read: interop.fromFastifyCors,
    names: [
      'origin',
      'methods',
      'allowedHeaders',
      'credentials',
      'hook',
      'preflight',
      'cacheControl',
      'strictPreflight',
    ],
    good: fc.record({ origin: strings, methods: strings }, { requiredKeys: [] }),
  },
}

for (const [name, { read, names, good }] of Object.entries(formats)) {
  const document = fc.oneof(hostileValue, hostileObject(names, good))

  property(`${name} reads any value at all, or refuses it with an error of ours`, document, ({ make }) => {
    const value = make()
    refuses(() => read(value))
  })

  property(`${name} reads any JSON text, or refuses it with an error of ours`, fc.json({ maxDepth: 3 }), (text) => {
    refuses(() => read(text))
  })
}

const xml = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('<CORSRule>', '</CORSRule>', '<AllowedOrigin>*</AllowedOrigin>', '<ID>1</ID>'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('<a', '/>', '<!--', '-->', '<![CDATA[', '&#x0;', '&#10;', '&lt;', '\u001b', '\n', '<?'),
  },
  { weight: 1, arbitrary: anyText },
)

property(
  'fromS3 reads any text that looks like XML, or refuses it with an error of ours',
  fc.tuple(fc.constantFrom('<', '<CORSConfiguration>'), fc.array(xml), fc.constantFrom('', '</CORSConfiguration>')),
  ([start, pieces, end]) => {
    refuses(() => interop.fromS3(start + pieces.join('') + end))
  },
)
