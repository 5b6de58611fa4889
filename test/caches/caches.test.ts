import t, { type Test } from 'tap'
import { DRIVERS, ENGINES, open } from '../engines/drivers/open.js'
import { startPages } from '../engines/scenarios/pages.js'
import { testWithPrograms } from '../support/programs.js'
import { ask, fieldOf, readerOf } from './ask.js'
import { CACHES, type Cache, type CacheKind } from './caches.js'
import { type ImageService, type Share, startImageService, withoutVary, withPolicy } from './image-services.js'
import { ALL_GOES_WRONG, ALL_IS_WELL, type Pages, playStory } from './story.js'

/**
 * A cache must not give the copy that one page got to another one, nor that of a plain `img` to a canvas. The same is
 * done with a server that forgets Vary, where all of it goes wrong: so the tests see what they are after.
 */
const TIMEOUT = 5 * 60_000
const A = 'https://a.example.com'
const B = 'https://b.example.com'
const STRANGER = 'https://stranger.example.com'

t.test('without a cache, the two servers differ only in Vary', async (t) => {
  const careful = await startService(t, withPolicy, [A, B])
  const careless = await startService(t, withoutVary, [A, B])
  for (const origin of [A, B, STRANGER, undefined]) {
    const { vary, ...others } = await fieldsFrom(careful, origin)
    t.equal(vary, 'Origin')
    t.strictSame(await fieldsFrom(careless, origin), others, `to ${origin}`)
  }
})

for (const [name, kind] of Object.entries(CACHES)) {
  const { program, isHit } = kind

  testWithPrograms(`${name}: each origin has its copy`, [program], TIMEOUT, async (t) => {
    const { service, cache } = await startBoth(t, kind, withPolicy, [A, B])
    const get = async (origin?: string) => {
      const response = await ask(cache.port, '/a.png', origin)
      t.equal(fieldOf(response, 'vary'), 'Origin')
      return [isHit(response), readerOf(response)]
    }
    t.strictSame(await get(), [false, undefined], 'an img')
    t.strictSame(await get(A), [false, A], 'page A')
    t.strictSame(await get(B), [false, B], 'page B')
    t.strictSame(await get(STRANGER), [false, undefined], 'a stranger')
    t.strictSame(await get(A), [true, A], 'page A again')
    t.strictSame(await get(B), [true, B], 'page B again')
    t.strictSame(await get(STRANGER), [true, undefined], 'a stranger again')
    t.strictSame(await get(), [true, undefined], 'an img again')
    t.strictSame(service.origins('/a.png'), [undefined, A, B, STRANGER], 'what reached the server')
  })

  testWithPrograms(`${name}: without Vary, all have one copy`, [program], TIMEOUT, async (t) => {
    const { service, cache } = await startBoth(t, kind, withoutVary, [A, B])
    for (const [i, origin] of [A, B, STRANGER, undefined].entries()) {
      const response = await ask(cache.port, '/a.png', origin)
      t.strictSame([isHit(response), readerOf(response)], [i > 0, A])
    }
    t.strictSame(service.origins('/a.png'), [A])
  })

  for (const engine of ENGINES) {
    const programs = [program, ...DRIVERS[engine].programs]
    testWithPrograms(`${name}, and a canvas in ${engine}`, programs, TIMEOUT, async (t) => {
      const pages = await startAllPages(t)
      const { a, b, stranger } = pages
      const careful = await startBoth(t, kind, withPolicy, [a, b])
      const careless = await startBoth(t, kind, withoutVary, [a, b])
      const session = await open(engine)
      t.teardown(() => session.end())

      t.strictSame(await playStory(session, pages, careful.cache.port), ALL_IS_WELL)
      t.strictSame(careful.service.origins('/shown.png'), [undefined, a])
      t.strictSame(careful.service.origins('/shared.png'), [a, b], 'page A’s second request is not for the server')
      t.strictSame(careful.service.origins('/strange.png'), [stranger, a])

      t.strictSame(await playStory(session, pages, careless.cache.port), ALL_GOES_WRONG)
      t.strictSame(careless.service.origins('/shown.png'), [undefined])
      t.strictSame(careless.service.origins('/shared.png'), [a])
      t.strictSame(careless.service.origins('/strange.png'), [stranger])
    })
  }
}

async function fieldsFrom({ port }: ImageService, origin?: string): Promise<Record<string, string>> {
  const { lines } = await ask(port, '/a.png', origin)
  return Object.fromEntries(lines.filter(([name]) => name !== 'date'))
}

async function startService(t: Test, share: Share, origins: readonly string[]): Promise<ImageService> {
  const service = await startImageService(share, origins)
  t.teardown(() => service.close())
  return service
}

async function startBoth(
  t: Test,
  { start }: CacheKind,
  share: Share,
  origins: readonly string[],
): Promise<{ service: ImageService; cache: Cache }> {
  const service = await startService(t, share, origins)
  const cache = await start(service.port)
  t.teardown(() => cache.end())
  return { service, cache }
}

/** Without cookies: Varnish keeps nothing that was asked for with one. */
async function startAllPages(t: Test): Promise<Pages> {
  const servers = await Promise.all([startPages(), startPages(), startPages()])
  t.teardown(() => Promise.all(servers.map((server) => server.close())))
  const [a, b, stranger] = servers.map(({ port }) => `http://127.0.0.1:${port}`) as [string, string, string]
  return { a, b, stranger }
}
