import t from 'tap'
import { READERS, WRITERS } from '../../src/interop/dialects.js'
import * as interop from '../../src/interop/index.js'
import { HELP } from '../../src/text/command-help.js'

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

/** The names that the help lists after an option, up to the next one. */
function namesInHelp(option: string): string[] {
  const [, list = ''] = HELP.text.split(`      ${option} `)
  return (list.split(/^ {6}--/m)[0] as string).split(/,\s+|\s+or\s+/).map((name) => name.trim())
}

t.test('the subpath exports every format of the command, and its help names them', async (t) => {
  const exported = Object.keys(interop).map((name) => name.toLowerCase())
  for (const [option, formats] of [['--from', READERS] as const, ['--to', WRITERS] as const]) {
    t.strictSame(namesInHelp(option).sort(), [...formats.keys()].sort(), `src/text/command-help.ts: ${option}`)
    for (const name of [...formats.keys()].filter((format) => format !== 'config')) {
      const start = `${option.slice('--'.length)}${name.replaceAll('-', '')}`
      t.ok(
        exported.some((other) => other.startsWith(start)),
        `src/interop/index.ts exports ${option} ${name}`,
      )
    }
  }
})
