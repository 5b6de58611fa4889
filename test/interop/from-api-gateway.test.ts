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
  rows.push(
    [
      { AllowOrigins: [A], AllowMethods: [...FULL, '*'], AllowHeaders: ['*'], AllowCredentials: true, MaxAge: "'600'" },
      { origins: [A], credentials: true, maxAge: 600 },
      ['wildcard-dropped AllowHeaders[0]', 'wildcard-dropped AllowMethods[3]'],
    ],
    [
      { Cors: { AllowOrigin: "'*'", AllowMethods: "'GET,HEAD,POST,PUT'", AllowHeaders: "'content-type'" } },
      { origins: '*', methods: ['PUT'], headers: ['content-type'] },
      [],
    ],
    [{ Cors: "'https://a.test'" }, { origins: [A] }, []],
  )
  for (const [document, config, notes] of rows) {
    const imported = fromApiGateway(document)
    t.strictSame(imported.config, config)
    t.strictSame(briefNotes(imported), notes)
  }
})

t.test('refused', async (t) => {
  const rows: [document: unknown, problems: string[]][] = [
    ['[]', ['nothing-found document']],
    [{}, ['origins-missing AllowOrigins']],
    [{ AllowOrigins: ['https://*'] }, ['origin-syntax AllowOrigins[0]']],
    [{ allowOrigins: [A, 'https://*.a.test'] }, ['literal-pattern allowOrigins[1]']],
    [{ AllowOrigins: ['*'], AllowCredentials: true }, ['wildcard-with-credentials AllowOrigins']],
    [{ AllowOrigins: [A], MaxAge: 'soon' }, ['wrong-value MaxAge']],
    [{ AllowOrigins: [A], allow_origins: ['*'] }, ['options-conflict allow_origins']],
    [{ Cors: true }, ['shorthand Cors']],
    [{ AllowOrigins: [{ Ref: 'Origin' }] }, ['computed-value AllowOrigins[0]']],
    [{ AllowOrigins: [`https://${'$'}{Domain}`] }, ['computed-value AllowOrigins[0]']],
    [{ AllowOrigins: [A], AllowMethods: ['ANY'] }, ['method-any AllowMethods[0]']],
  ]
  for (const [document, problems] of rows) {
    t.strictSame(
      briefProblems(() => fromApiGateway(document)),
      problems,
      JSON.stringify(document),
    )
  }
})

t.test('the methods of the CDK', async (t) => {
  const methods = (name: string) => fromApiGateway({ AllowOrigins: ['*'], AllowMethods: [name] }).config.methods
  t.strictSame(methods('CorsHttpMethod.PUT'), ['PUT'])
  t.strictSame(methods('apigwv2.CorsHttpMethod.ANY'), '*')
})
