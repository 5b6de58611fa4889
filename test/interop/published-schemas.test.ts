import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import t from 'tap'
import { parseAllDocuments } from 'yaml'
import type { CorsConfig } from '../../src/config/types.js'
import type { Exported } from '../../src/interop/note.js'
import { toApiGateway } from '../../src/interop/to-api-gateway.js'
import { toCloudFront } from '../../src/interop/to-cloudfront.js'
import { toGcs } from '../../src/interop/to-gcs.js'
import { toIstio } from '../../src/interop/to-istio.js'
import { toR2 } from '../../src/interop/to-r2.js'
import { toS3 } from '../../src/interop/to-s3.js'
import { toTraefik } from '../../src/interop/to-traefik.js'
import { Random } from '../config/fixtures/random.js'
import { CACHE, INSTALL_TIMEOUT, npmInstall } from '../support/npm-install.js'
import { typeErrors } from '../support/type-check.js'
import { randomConfig, randomLayers } from './round-trips.js'

/**
 * Every document that we write has the type that its maker, or who generates types from the maker's schema, publishes for
 * it; those of Kubernetes also pass the schema of the resource. The same holds for resources of the corpus.
 */

const FOLDER = join(CACHE, 'schemas')
const PACKAGES = [
  '@kubernetes-models/istio@3.0.1',
  '@kubernetes-models/traefik@2.0.0',
  '@aws-sdk/client-s3@^3.900.0',
  '@aws-sdk/client-apigatewayv2@^3.900.0',
  '@aws-sdk/client-cloudfront@^3.900.0',
  'cloudflare@^5.0.0',
  '@google-cloud/storage@^7.17.0',
]

interface Target {
  readonly name: string
  /** What the document is, in the declarations of the package. */
  readonly type: string
  readonly write: (config: CorsConfig) => unknown
  readonly layers?: boolean
}

const documentOf = ({ document }: Exported<unknown>) => document

const TARGETS: readonly Target[] = [
  {
    name: 's3',
    type: "import('@aws-sdk/client-s3').CORSConfiguration",
    write: (config) => documentOf(toS3(config)),
    layers: true,
  },
  {
    name: 'apiGateway',
    type: "import('@aws-sdk/client-apigatewayv2').Cors",
    write: (config) => documentOf(toApiGateway(config)),
  },
  {
    name: 'cloudFront',
    type: [
      "Pick<import('@aws-sdk/client-cloudfront').CreateResponseHeadersPolicyRequest, 'ResponseHeadersPolicyConfig'>",
      "Pick<import('@aws-sdk/client-cloudfront').CreateCachePolicyRequest, 'CachePolicyConfig'>",
    ].join(' & '),
    write: (config) => documentOf(toCloudFront(config)),
  },
  {
    name: 'r2',
    type: "Omit<import('cloudflare/resources/r2/buckets/cors').CORSUpdateParams, 'account_id'>",
    write: (config) => documentOf(toR2(config)),
    layers: true,
  },
  {
    name: 'gcs',
    type: "NonNullable<import('@google-cloud/storage').BucketMetadata['cors']>",
    write: (config) => documentOf(toGcs({ ...config, exposeHeaders: config.headers } as CorsConfig)),
    layers: true,
  },
  {
    name: 'traefik',
    type: "import('@kubernetes-models/traefik/traefik.io/v1alpha1').IMiddleware",
    write: (config) => ({
      apiVersion: 'traefik.io/v1alpha1',
      kind: 'Middleware',
      metadata: { name: 'cors' },
      spec: documentOf(toTraefik(config)),
    }),
  },
  {
    name: 'istio',
    type: "import('@kubernetes-models/istio/networking.istio.io/v1').IVirtualService",
    write: (config) => ({
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata: { name: 'app' },
      spec: {
        hosts: ['api.example.com'],
        http: [{ route: [{ destination: { host: 'api' } }], ...toIstio(config).document }],
      },
    }),
  },
]

/** Different documents for random configs. */
function documentsOf({ write, layers = false }: Target): unknown[] {
  const random = new Random(7)
  const documents = new Map<string, unknown>()
  for (let i = 0; i < 400 && documents.size < 60; i++) {
    const config = layers && random.once(3) ? randomLayers(random, true) : randomConfig(random)
    try {
      const document = write({ ...config, ...(random.once(4) ? { maxAge: 0 } : {}) } as CorsConfig)
      documents.set(JSON.stringify(document), document)
    } catch {
      // Refused.
    }
  }
  return [...documents.values()]
}

async function install(): Promise<string | undefined> {
  const file = join(FOLDER, 'installed.json')
  const wanted = JSON.stringify(PACKAGES)
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) return undefined
  const reason = await npmInstall(FOLDER, PACKAGES)
  if (reason === undefined) writeFileSync(file, wanted)
  return reason
}

/** A duration is a text. */
const INVALID = { apiVersion: 'networking.istio.io/v1', spec: { http: [{ corsPolicy: { maxAge: 5 } }] } }

type Model = new (data: unknown) => { validate(): void }

/** @returns what the schema of a resource, in its version, says against it */
async function schemaFault(kind: string, resource: { readonly apiVersion?: string }): Promise<string | undefined> {
  const { apiVersion = '' } = resource
  const file = `@kubernetes-models/${apiVersion.startsWith('traefik.io/') ? 'traefik' : 'istio'}/${apiVersion}/${kind}.js`
  const models = await import(pathToFileURL(join(FOLDER, `node_modules/${file}`)).href)
  const model = new (models[kind] as Model)(resource)
  try {
    model.validate()
    return undefined
  } catch (error) {
    return String(error)
  }
}

function corpusResources(): { readonly file: string; readonly kind: string; readonly resource: object }[] {
  const folder = join(import.meta.dirname, 'fixtures/corpus')
  const files = readdirSync(folder).filter((file) => /^(?:istio|traefik)-.*\.yaml$/.test(file))
  return files.flatMap((file) =>
    parseAllDocuments(readFileSync(join(folder, file), 'utf8')).flatMap((document) => {
      // A template is no resource yet.
      if (document.errors.length > 0) return []
      const resource = (document.toJS() ?? {}) as { readonly kind?: string; readonly apiVersion?: string }
      const { kind = '', apiVersion = '' } = resource
      const isPublished = !apiVersion.startsWith('traefik.containo.us/')
      return isPublished && ['Middleware', 'VirtualService'].includes(kind) ? [{ file, kind, resource }] : []
    }),
  )
}

t.setTimeout(2 * INSTALL_TIMEOUT)

t.test('documents have the published types and pass the published schemas', { timeout: INSTALL_TIMEOUT }, async (t) => {
  const reason = await install()
  if (reason !== undefined) {
    if (process.env['CI'] === 'true') t.fail(`not tested: ${reason}`)
    else t.pass('not tested', { skip: reason })
    return
  }
  const lines = TARGETS.flatMap((target) => {
    const documents = documentsOf(target)
    t.ok(documents.length >= 10, `${target.name}: ${documents.length} documents`)
    return documents.map(
      (document, i) => `export const ${target.name}${i}: ${target.type} = ${JSON.stringify(document)}`,
    )
  })
  const file = join(FOLDER, 'documents.ts')
  writeFileSync(file, `${lines.join('\n')}\n`)
  const options = { lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'], exactOptionalPropertyTypes: false }
  t.strictSame(typeErrors([file], options), [])

  // With a mistake in each, each is found.
  const control = join(FOLDER, 'control.ts')
  const wrong = TARGETS.map(
    ({ name, type }) => `export const ${name}: ${type} = { maxage: '1', rules: 5, CORSRules: 5 } as const`,
  )
  writeFileSync(control, `${wrong.join('\n')}\n`)
  t.equal(
    new Set(typeErrors([control], options).map((error) => error.replace(/.*?:(\d+): .*/s, '$1'))).size,
    TARGETS.length,
  )

  for (const { name, kind } of [
    { name: 'traefik', kind: 'Middleware' },
    { name: 'istio', kind: 'VirtualService' },
  ]) {
    const target = TARGETS.find((one) => one.name === name) as Target
    for (const document of documentsOf(target))
      t.equal(await schemaFault(kind, document as object), undefined, JSON.stringify(document))
  }
  t.ok(await schemaFault('VirtualService', INVALID), 'a number for a duration')
  for (const { file, kind, resource } of corpusResources()) t.equal(await schemaFault(kind, resource), undefined, file)
})
