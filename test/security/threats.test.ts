import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import ts from 'typescript'
import { type CorsConfig, compilePolicy } from '../../src/index.js'
import { problemsOf } from '../config/fixtures/problem-rows.js'
import { listFiles } from '../support/imports.js'

/** Threats of SECURITY.md that no test of a single part is about. */

const SRC = fileURLToPath(new URL('../../src', import.meta.url))
/** What runs for each request. */
const REQUEST_PATH = [
  ...['http', 'policy'].flatMap((part) => listFiles(join(SRC, part)).map((file) => `${part}/${file}`)),
  ...['address', 'canonical-host', 'origin-text', 'origin-pattern'].map((name) => `config/${name}.ts`),
  ...['node', 'node-request', 'node-response', 'header-merge', 'express', 'fetch'].map((name) => `adapters/${name}.ts`),
  // Not `fastify-places`: there the expressions run that an app gives its routes as hosts.
  ...['', '-scope', '-router', '-enforce', '-errors', '-internals'].map((name) => `adapters/fastify${name}.ts`),
  ...['adapters/log-refusal.ts', 'text/display.ts', 'text/fastify.ts'],
]

/** The regular expressions in a file, as literals or made at run time. */
function expressionsIn(text: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text)
    if (ts.isIdentifier(node) && node.text === 'RegExp') found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('file.ts', text, ts.ScriptTarget.ESNext))
  return found
}

t.test('no regular expression runs over what a client sends', async (t) => {
  t.strictSame(expressionsIn('f(/a+$/); new RegExp(x); const y = 1 / 2 / 3 // /c/'), ['/a+$/', 'RegExp'])
  for (const file of REQUEST_PATH) t.strictSame(expressionsIn(readFileSync(join(SRC, file), 'utf8')), [], file)
})

t.test('what a decision costs does not grow with what a client sends', async (t) => {
  const policy = compilePolicy({
    origins: ['https://*.example.com:*', 'https://a*a.example.com', 'http://10.0.0.0/8', 'http://[fd00::/8]'],
    methods: '*',
    headers: '*',
    credentials: true,
    dangerouslyAllowInsecureOrigins: true,
  })
  const long = 1_000_000
  const texts = [
    `https://${'a'.repeat(long)}.example.com`,
    `https://${'a.'.repeat(long)}example.com`,
    `http://[${'0:'.repeat(long)}]`,
    `https://${'xn--a.'.repeat(long)}example.com`,
    ','.repeat(long),
    ' '.repeat(long),
  ]
  for (const text of texts) {
    const name = `${text.slice(0, 20)}…`
    const reads = readsOf(text, () => {
      policy.decide({ method: 'OPTIONS', origin: text, requestMethod: text, requestHeaders: text })
      policy.decide({ method: 'OPTIONS', origin: 'https://a.example.com', requestMethod: text, requestHeaders: text })
      policy.decide({ method: text, origin: text })
      policy.allows(text)
    })
    t.strictSame(reads, [], `${name} is refused by its length, and not read`)
  }
})

t.test('the measurement notices code that reads a text', async (t) => {
  const text = 'a'.repeat(100)
  const reads = readsOf(text, () => [
    /b/.test(text),
    text.charCodeAt(3),
    new Set(['a']).has(text),
    [...text],
    'a'.at(0),
  ])
  t.strictSame(reads, ['test', 'exec', 'charCodeAt', 'has', 'Symbol(Symbol.iterator)'])
})

/** The methods that read a text, or look it up, while something runs. */
function readsOf(text: string, run: () => void): string[] {
  const reads: string[] = []
  const restores: (() => void)[] = []
  for (const owner of [String.prototype, RegExp.prototype, Map.prototype, Set.prototype]) {
    for (const key of Reflect.ownKeys(owner)) {
      const property = Reflect.getOwnPropertyDescriptor(owner, key) as PropertyDescriptor
      const method = property.value as unknown
      if (typeof method !== 'function' || key === 'constructor') continue
      const noticed = function (this: unknown, ...args: unknown[]) {
        if (this === text || args[0] === text) reads.push(String(key))
        return Reflect.apply(method, this, args)
      }
      Object.defineProperty(owner, key, { ...property, value: noticed })
      restores.push(() => Object.defineProperty(owner, key, property))
    }
  }
  try {
    run()
  } finally {
    for (const restore of restores) restore()
  }
  return reads
}

t.test('a range of addresses lets in addresses, and no name that resolves to one or looks like one', async (t) => {
  const policy = compilePolicy({ origins: ['http://192.168.0.0/16:*', 'http://127.0.0.0/8', 'http://[fd00::/8]'] })
  const allowed = ['http://192.168.0.1', 'http://192.168.255.255:8080', 'http://127.9.9.9', 'http://[fd12::1]']
  const refused = [
    'http://192.168.0.1.nip.io',
    'http://192-168-0-1.nip.io',
    'http://192.168.0.1.',
    'http://192.168.1',
    'http://192.168.0.01',
    'http://0xc0.168.0.1',
    'http://3232235521',
    'http://192.169.0.1',
    'http://localhost',
    'http://127.0.0.1:81',
    'http://rebind.example.com',
    'http://[::ffff:192.168.0.1]',
    'http://[::ffff:c0a8:1]',
    'http://[fe80::1]',
    'http://fd12::1',
  ]
  for (const origin of allowed) t.equal(policy.allows(origin), true, origin)
  for (const origin of refused) t.equal(policy.allows(origin), false, origin)
})

t.test('no config and no list allows null, but for everybody', async (t) => {
  for (const origins of [['null'], ['NULL'], ['https://a.example.com', 'null']]) {
    const problems = problemsOf(() => compilePolicy({ origins } as unknown as CorsConfig))
    t.strictSame(
      problems.map(({ code }) => code),
      ['origin-null'],
    )
  }
  const wide = compilePolicy({ origins: ['https://*.com:*', 'http://0.0.0.0/0:*', 'http://[::/0]:*', 'n://*.l'] })
  for (const origin of ['null', 'NULL', ' null', 'null/', 'https://null']) t.equal(wide.allows(origin), false, origin)
  const { headers } = compilePolicy({ origins: '*' }).decide({ method: 'GET', origin: 'null' })
  t.strictSame(headers, { 'Access-Control-Allow-Origin': '*' })
})

t.test('installing the package runs nothing', async (t) => {
  const { scripts } = JSON.parse(readFileSync(join(SRC, '../package.json'), 'utf8')) as { scripts: object }
  // https://docs.npmjs.com/cli/using-npm/scripts#life-cycle-scripts: what npm runs for whoever depends on a package.
  for (const name of ['preinstall', 'install', 'postinstall']) t.notOk(name in scripts, name)
})
