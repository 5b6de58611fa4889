import { evaluate } from '../../src/fetch-model/evaluate.js'
import { testWithPrograms } from '../support/programs.js'
import { DRIVERS, ENGINES, open } from './drivers/open.js'
import { startRawServer } from './raw-server.js'

/** Bytes beyond ASCII in a Location: UTF-8, and bytes that are none. */
const LOCATIONS = ['/to/\xe2\x98\x83', '/to/\xff\x80', '/to/?\xe4', '/to/%E2%98%83']

/** WebKit reads the bytes as something else before it makes a URL of them. */
const IN_WEBKIT = [
  '/to/%C3%A2%C2%98%C2%83',
  '/to/%C3%AF%C2%BF%C2%BD%C3%AF%C2%BF%C2%BD',
  '/to/?%C3%AF%C2%BF%C2%BD',
  '/to/%E2%98%83',
]

for (const engine of ENGINES) {
  testWithPrograms(`Location in ${engine}`, DRIVERS[engine].programs, 60_000, async (t) => {
    const arrived: string[] = []
    const server = await startRawServer(({ path }) => {
      const at = /^\/from\/(\d)$/.exec(path)?.[1]
      const location = at === undefined ? [] : [['Location', LOCATIONS[Number(at)] ?? ''] as const]
      if (path.startsWith('/to/')) arrived.push(path)
      const headers = [
        ['Content-Type', 'text/html'],
        ['Content-Length', '0'],
        ['Cache-Control', 'no-store'],
        ...location,
      ] as const
      return { status: at === undefined ? 200 : 302, headers, body: '' }
    })
    t.teardown(() => server.close())
    const session = await open(engine)
    t.teardown(() => session.end())
    const origin = `http://127.0.0.1:${server.port}`
    for (const [i, location] of LOCATIONS.entries()) {
      arrived.length = 0
      await session.exec(`${origin}/`, 'await fetch(arguments[0])', `/from/${i}`)
      const { sent } = evaluate({ origin, url: '/' }, [{ status: 302, headers: { location } }, { status: 200 }])
      const predicted = sent[1]?.url.slice(origin.length)
      t.strictSame(arrived, [engine === 'webkit' ? IN_WEBKIT[i] : predicted], JSON.stringify(location))
    }
  })
}
