import fc from 'fast-check'

/** Any text at all, of any length, unpaired surrogates and control characters included. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom('\r', '\n', '\0', '\t', ' ', ',', ':', '/', '.', '*', 'a', 'Z', '0'),
    maxLength: 30,
  }),
  fc
    .tuple(fc.string({ minLength: 1, maxLength: 3 }), fc.constantFrom(63, 253, 326, 1024, 20_000))
    .map(([unit, times]) => unit.repeat(times)),
)

/** Texts made of what origins are made of: most are none, and some are. */
export const originLikeText: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      'http',
      'https',
      'wss',
      'capacitor',
      '://',
      ':',
      '/',
      '//',
      '.',
      '..',
      '-',
      '_',
      '@',
      '*',
      '[',
      ']',
      '::',
      '::1',
      '1:2:3:4:5:6:7:8',
      'example.com',
      'example',
      'com',
      'localhost',
      'a',
      'xn--',
      'xn--bcher-kva',
      'bücher',
      'A',
      '127.0.0.1',
      '127.1',
      '0x7f',
      '010',
      '1',
      '0',
      '80',
      '443',
      '3000',
      '65536',
      '%41',
      '\t',
      '\n',
      ' ',
      '\0',
      '\u3002',
      '\xad',
      '\u017f',
      '!',
      '$',
      '\\',
      '?',
      '#',
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''))

/** With a scheme and `://` in front, so that more of them are origins. */
export const almostOrigin: fc.Arbitrary<string> = fc.oneof(
  originLikeText,
  fc.tuple(fc.constantFrom('http://', 'https://'), originLikeText).map((parts) => parts.join('')),
  fc.webUrl({ validSchemes: ['http', 'https'], size: '-1' }),
)

const TCHARS = [..."!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"]

export const token: fc.Arbitrary<string> = fc.string({ unit: fc.constantFrom(...TCHARS), minLength: 1, maxLength: 12 })

/** Optional white space: RFC 9110 section 5.6.3. */
export const space: fc.Arbitrary<string> = fc.string({ unit: fc.constantFrom(' ', '\t'), maxLength: 2 })
