import t from 'tap'
import { parseConfig } from '../../src/config/parse-config.js'
import type { CorsConfig } from '../../src/config/types.js'

import { type ExplainRequest, explain } from '../../src/explain/explain.js'
import type { ConfigFix } from '../../src/explain/fix.js'
import { imageRequest } from '../../src/fetch-model/element-requests.js'

const PAGE = 'https://app.test'
const OTHER = 'https://other.test'

/** The code of each fix, and of a change of the config what is added where. */
function summaries(config: CorsConfig, request: ExplainRequest): readonly string[] {
  return explain(config, request).fixes.map((fix) =>
    fix.kind === 'config' ? `${fix.code} ${fix.path} ${fix.value}` : fix.code,
  )
}

function textsOf(config: CorsConfig, request: ExplainRequest): readonly string[] {
  return explain(config, request).fixes.map(({ kind, text }) => `${kind}: ${text}`)
}

/** The config with a fix made, from nothing but the fix's data. */
function applied(config: unknown, { action, value, path }: Pick<ConfigFix, 'action' | 'value' | 'path'>): unknown {
  const holder = config as Record<string, unknown>
  const [name, ...rest] = path.split('.') as [string, ...string[]]
  if (rest.length > 0) {
    const inner = { action, value, path: rest.join('.') } as ConfigFix
    return { ...holder, [name]: applied(holder[name], inner) }
  }
  const before = holder[name] ?? []
  const list = before === '*' ? ['*'] : before === 'none' ? [] : (before as string[])
  return { ...holder, [name]: action === 'set' ? value : [...list, value] }
}

t.test('suggests the missing line of config', async (t) => {
  const rows: [CorsConfig, ExplainRequest, readonly string[]][] = [
    [{ origins: [PAGE] }, { origin: PAGE, method: 'PUT' }, ['add-entry methods PUT']],
    [
      { origins: [PAGE], methods: ['PATCH'] },
      { origin: PAGE, method: 'DELETE', headers: { 'X-B': '1', 'x-a': '1' } },
      ['add-entry methods DELETE', 'add-entry headers x-a', 'add-entry headers x-b'],
    ],
    [
      { origins: [PAGE] },
      { origin: PAGE, method: 'POST', headers: { 'content-type': 'application/json' } },
      ['add-entry headers content-type'],
    ],
    [
      { origins: '*', headers: '*' },
      { origin: PAGE, headers: { authorization: 'x', 'x-a': '1' } },
      ['add-entry headers authorization'],
    ],
    [{ origins: [OTHER] }, { origin: PAGE }, [`add-origin origins ${PAGE}`]],
    [
      { origins: [OTHER], enforce: true },
      { origin: PAGE, method: 'PUT' },
      [`add-origin origins ${PAGE}`, 'add-entry methods PUT'],
    ],
    [
      { origins: [PAGE] },
      { origin: PAGE, credentials: 'include' },
      ['set-credentials credentials true', 'omit-credentials'],
    ],
    [{ origins: [PAGE] }, { origin: PAGE, reads: ['X-Total'] }, ['add-entry exposeHeaders x-total']],
    [
      { origins: [PAGE], exposeHeaders: ['etag'] },
      { origin: PAGE, reads: ['etag', 'x-total', 'x-page', 'content-type', 'set-cookie'] },
      ['add-entry exposeHeaders x-total', 'add-entry exposeHeaders x-page', 'unreadable-header'],
    ],
  ]
  for (const [config, request, expected] of rows) t.strictSame(summaries(config, request), expected)
})

t.test('the data of a fix', async (t) => {
  t.strictSame(explain({ origins: [PAGE] }, { origin: PAGE, method: 'PUT' }).fixes, [
    {
      kind: 'config',
      code: 'add-entry',
      action: 'add',
      path: 'methods',
      value: 'PUT',
      text: "add 'PUT' to methods",
    },
  ])
})

t.test('replaces * where credentials are needed', async (t) => {
  const [origins, expose, credentials, without, ...rest] = explain(
    { origins: ['*', OTHER], exposeHeaders: '*' },
    { origin: PAGE, credentials: 'include', reads: ['X-A', 'set-cookie'] },
  ).fixes
  t.match(origins, { action: 'set', path: 'origins', value: [OTHER, PAGE] })
  t.match(expose, { action: 'set', path: 'exposeHeaders', value: ['x-a'] })
  t.match(credentials, { action: 'set', path: 'credentials', value: true })
  t.match(without, { kind: 'request' })
  t.strictSame(rest, [])
  const echo = explain(
    { origins: '*', methods: '*', headers: '*' },
    { origin: PAGE, credentials: 'include', method: 'PUT' },
  )
  t.strictSame(
    echo.fixes.map((fix) => (fix.kind === 'config' ? fix.path : fix.kind)),
    ['origins', 'credentials', 'request'],
  )
})

t.test('an image that goes to a canvas needs an attribute first', async (t) => {
  const image = imageRequest(PAGE, 'https://cdn.test/a.png')
  t.strictSame(
    explain({ origins: [PAGE] }, image).fixes.map(({ kind }) => kind),
    ['request'],
  )
  t.strictSame(
    explain({ origins: [OTHER] }, image).fixes.map(({ kind }) => kind),
    ['request', 'config'],
  )
  const noCors = explain({ origins: [OTHER] }, { origin: PAGE, mode: 'no-cors', method: 'POST' })
  t.match(noCors.fixes, [{ kind: 'request' }, { kind: 'config', path: 'origins', value: PAGE }])
  const sameOrigin = explain({ origins: [PAGE] }, { origin: PAGE, mode: 'same-origin', method: 'PUT' })
  t.match(sameOrigin.fixes, [{ kind: 'request' }, { kind: 'config', path: 'methods', value: 'PUT' }])
})

t.test('a handler may keep its images from other sites', async (t) => {
  const response = { headers: { 'cross-origin-resource-policy': 'same-origin' } }
  const { fixes } = explain({ origins: [PAGE] }, { ...imageRequest(PAGE, 'https://cdn.test/a.png'), response })
  t.match(fixes, [{ kind: 'response', field: 'Cross-Origin-Resource-Policy' }])
})

t.test('never suggests anything that the compiler refuses, or anything dangerous', async (t) => {
  const secret: CorsConfig = { origins: [PAGE], credentials: true }
  const rows: [CorsConfig, ExplainRequest, string | undefined][] = [
    [{ origins: [PAGE] }, { origin: 'null' }, 'real-origin'],
    [{ origins: '*' }, { origin: 'null', credentials: 'include' }, 'real-origin'],
    [secret, { origin: 'http://app.test' }, 'https-page'],
    [{ origins: ['http://app.test'] }, { origin: 'http://app.test', credentials: 'include' }, 'https-page'],
    [{ origins: ['https://*.github.io'] }, { origin: 'https://a.github.io', credentials: 'include' }, 'own-subdomains'],
    [{ origins: [PAGE] }, { origin: 'nonsense' }, 'not-configurable'],
    [{ origins: [PAGE] }, { origin: 'file://x' }, 'real-origin'],
    [{ origins: [PAGE] }, { origin: PAGE, headers: { 'access-control-allow-origin': '*' } }, 'not-configurable'],
    [{ origins: [PAGE] }, { origin: PAGE, method: 'patch' }, 'upper-case-method'],
    [{ origins: [PAGE] }, { origin: PAGE, method: 'Patch' }, 'upper-case-method'],
    [{ origins: [PAGE] }, { origin: PAGE, method: 'TRACE' }, 'other-method'],
    [{ origins: [PAGE] }, { origin: PAGE, url: 'https://' }, undefined],
    [{ ...secret, methods: '*' }, { origin: PAGE, credentials: 'include', method: 'M'.repeat(65) }, undefined],
  ]
  for (const [config, request, expected] of rows) {
    const { fixes } = explain(config, request)
    t.notOk(
      fixes.some(({ kind }) => kind === 'config'),
      JSON.stringify(request),
    )
    t.notMatch(fixes.map(({ text }) => text).join(), /dangerously/)
    if (expected === undefined) t.strictSame(fixes, [])
    else t.equal(fixes[0]?.code, expected)
  }
})

t.test('plain http is allowed without credentials, with a caution', async (t) => {
  const texts = textsOf({ origins: [PAGE] }, { origin: 'http://app.test' })
  t.match(texts, [/add 'http:\/\/app\.test' to origins.*plain http/])
  t.notMatch(textsOf({ origins: [PAGE] }, { origin: 'http://localhost:3000' }), [/plain http/])
})

t.test('a header that no config exposes does not spoil the other fixes', async (t) => {
  const fixes = summaries({ origins: [PAGE] }, { origin: PAGE, method: 'PUT', reads: ['x-a', 'origin'] })
  t.strictSame(fixes, ['add-entry methods PUT', 'add-entry exposeHeaders x-a', 'not-configurable'])
})

t.test('all fixes together make the request succeed, for every combination', async (t) => {
  const configs: CorsConfig[] = [
    { origins: [OTHER] },
    { origins: '*' },
    { origins: ['*', OTHER], methods: ['PUT'], exposeHeaders: ['*'] },
    { origins: ['https://*.test'], methods: '*', headers: '*', exposeHeaders: '*' },
    { origins: [PAGE], credentials: true, methods: '*', headers: ['*', 'x-a'] },
    { origins: [PAGE], headers: ['content-type'], enforce: true },
  ]
  let made = 0
  for (const config of configs) {
    for (const credentials of ['omit', 'include'] as const) {
      for (const method of ['GET', 'POST', 'PUT', 'CHICKEN']) {
        for (const headers of [{}, { authorization: 'x' }, { 'X-A': '1', 'content-type': 'application/json' }]) {
          const request: ExplainRequest = { origin: PAGE, credentials, method, headers, reads: ['x-total'] }
          let current: unknown = config
          for (const fix of explain(config, request).fixes) {
            if (fix.kind !== 'config') continue
            made++
            current = applied(current, fix)
            t.doesNotThrow(() => parseConfig(current))
          }
          const after = explain(parseConfig(current), request)
          const name = `${JSON.stringify(config)} ${JSON.stringify(request)}`
          t.equal(after.outcome, 'readable', name)
          t.strictSame(after.fixes, [], name)
          t.ok(after.response?.headers.some(([header]) => header === 'x-total'))
        }
      }
    }
  }
  t.ok(made > 200)
})

t.test('the config that is to change, of several', async (t) => {
  const app = { origins: [PAGE], credentials: true, headers: ['x-a'] } as const
  const open: CorsConfig = { ...app, otherwise: { origins: '*', exposeHeaders: '*' } }
  const listed: CorsConfig = { ...app, otherwise: { origins: ['https://third.test'] } }
  const rows: [CorsConfig, ExplainRequest, readonly string[]][] = [
    [open, { origin: OTHER, method: 'PUT' }, ['add otherwise.methods']],
    [open, { origin: PAGE, method: 'PUT' }, ['add methods']],
    [open, { origin: 'null', headers: { 'x-a': '1' } }, ['add otherwise.headers']],
    // The app's cookies are for the app's own list.
    [open, { origin: OTHER, credentials: 'include' }, ['add origins']],
    [open, { origin: OTHER, credentials: 'include', method: 'PUT' }, ['add origins', 'add methods']],
    [open, { origin: 'null', credentials: 'include' }, []],
    [listed, { origin: 'https://third.test', credentials: 'include' }, ['add origins']],
    [listed, { origin: 'https://third.test', reads: ['x-total'] }, ['add otherwise.exposeHeaders']],
    [listed, { origin: PAGE, reads: ['x-total'], credentials: 'include' }, ['add exposeHeaders']],
    [listed, { origin: OTHER }, ['add otherwise.origins']],
    [listed, { origin: OTHER, method: 'PUT' }, ['add otherwise.origins', 'add otherwise.methods']],
    [listed, { origin: OTHER, credentials: 'include' }, ['add origins']],
    // Only the outermost origins may write.
    [{ ...listed, enforce: true }, { origin: OTHER, method: 'post' }, ['add origins']],
    [{ ...listed, enforce: true }, { origin: 'https://third.test', method: 'POST' }, ['add origins']],
    [{ ...listed, enforce: true }, { origin: OTHER, method: 'get' }, ['add otherwise.origins']],
    [{ ...listed, enforce: true }, { origin: OTHER }, ['add otherwise.origins']],
    [
      { origins: 'none', otherwise: { origins: '*' } },
      { origin: OTHER, credentials: 'include' },
      ['add origins', 'set credentials'],
    ],
    [
      { origins: [PAGE], otherwise: { origins: [OTHER], exposeHeaders: '*' } },
      { origin: OTHER, credentials: 'include', reads: ['x-total'] },
      ['set otherwise.exposeHeaders', 'set otherwise.credentials'],
    ],
    [
      { origins: [PAGE], otherwise: { origins: 'none', credentials: true, otherwise: { origins: '*' } } },
      { origin: OTHER, credentials: 'include' },
      ['add otherwise.origins'],
    ],
  ]
  for (const [config, request, expected] of rows) {
    const { fixes } = explain(config, request)
    const changes = fixes.filter((each): each is ConfigFix => each.kind === 'config')
    t.strictSame(
      changes.map(({ action, path }) => `${action} ${path}`),
      expected,
      JSON.stringify([config, request]),
    )
    for (const { path, text } of changes) t.match(text, path)
    if (changes.length === 0) continue
    const after = changes.reduce<unknown>(applied, config)
    const { outcome, response } = explain(parseConfig(after), request)
    t.equal(outcome, 'readable')
    const hidden = (request.reads ?? []).filter((name) => response?.hiddenHeaders.includes(name))
    t.strictSame(hidden, [])
  }
})
