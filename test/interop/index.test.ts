import t from 'tap'
import * as interop from '../../src/interop/index.js'

t.test('what the subpath exports', async (t) => {
  t.strictSame(Object.keys(interop).sort(), [
    'fromApiGateway',
    'fromExpressCors',
    'fromFastifyCors',
    'fromS3',
    'fromStarlette',
    'toApiGateway',
    'toCloudFront',
    'toNginx',
    'toS3',
    'toStarlette',
  ])
})
