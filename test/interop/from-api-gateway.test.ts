import t from 'tap'
import type { CorsConfig } from '../../src/config/types.js'
import { fromApiGateway } from '../../src/interop/from-api-gateway.js'
import { briefNotes, briefProblems } from './support.js'

const A = 'https://a.test'
const FULL = ['GET', 'HEAD', 'POST']

t.test('configurations', async (t) => {
  const rows: [document: object, config: CorsConfig, notes: string[]][] = [
    [
      { AllowOrigins: ['*'], AllowMethods: ['*'], AllowHeaders: ['*'], ExposeHeaders: ['*'] },
      { origins: '*', methods: '*', headers: '*', exposeHeaders: '*' },
      [],
    ],
    [
      {
        allowOrigins: [A],
        allowMethods: [...FULL, 'PATCH'],
        allowHeaders: ['Authorization', '*'],
        exposeHeaders: ['date'],
        allowCredentials: false,
        maxAge: 300,
      },
      {
        origins: [A],
        methods: ['PATCH'],
        headers: ['authorization', '*'],
        exposeHeaders: ['date'],
        credentials: false,
        maxAge: 300,
      },
      [],
    ],
    [
      { AllowOrigins: [A], AllowCredentials: true, MaxAge: -1 },
      { origins: [A], credentials: true, maxAge: 0 },
      ['safelisted-method AllowMethods', 'max-age-explicit MaxAge'],
    ],
  ]
  for (const [document, config, notes] of rows) {
    const imported = fromApiGateway(document)
    t.strictSame(imported.config, config)
    t.strictSame(briefNotes(imported), notes)
  }
})

t.test('refused', async (t) => {
  const rows: [document: unknown, problems: string[]][] = [
    ['[]', ['wrong-type document']],
    [{}, ['origins-missing AllowOrigins']],
    [{ AllowOrigin: [A] }, ['unknown-option AllowOrigin', 'origins-missing AllowOrigins']],
    [{ AllowOrigins: ['https://*'] }, ['origin-syntax AllowOrigins[0]']],
    [{ allowOrigins: [A, 'https://*.a.test'] }, ['origin-syntax allowOrigins[1]']],
    [{ AllowOrigins: ['*'], AllowCredentials: true }, ['wildcard-with-credentials AllowOrigins']],
    [{ AllowOrigins: [A], AllowMethods: ['*'], AllowCredentials: true }, ['method-syntax AllowMethods[0]']],
    [{ AllowOrigins: [A], AllowHeaders: ['*'], AllowCredentials: true }, ['header-syntax AllowHeaders[0]']],
    [{ AllowOrigins: [A], MaxAge: -2 }, ['max-age-range MaxAge']],
    [{ AllowOrigins: [A], MaxAge: '1' }, ['wrong-type MaxAge']],
  ]
  for (const [document, problems] of rows) {
    t.strictSame(
      briefProblems(() => fromApiGateway(document)),
      problems,
      JSON.stringify(document),
    )
  }
})
