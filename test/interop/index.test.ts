import t from 'tap'
import * as interop from '../../src/interop/index.js'

t.test('what the subpath exports', async (t) => {
  t.strictSame(Object.keys(interop).sort(), [
    'CorsConversionError',
    'fromApiGateway',
    'fromExpressCors',
    'fromFastifyCors',
    'fromGcs',
    'fromHeaders',
    'fromIngressNginx',
    'fromIstio',
    'fromKong',
    'fromR2',
    'fromS3',
    'fromStarlette',
    'fromTraefik',
    'toApiGateway',
    'toCloudFront',
    'toGcs',
    'toIngressNginx',
    'toIstio',
    'toNginx',
    'toR2',
    'toS3',
    'toStarlette',
    'toTraefik',
  ])
})
