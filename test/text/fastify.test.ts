import t from 'tap'
import { logTexts, optionTexts, routeErrorText, routeFaultTexts } from '../../src/text/fastify.js'

const route = { method: 'PUT', url: '/x' }

const texts: Record<string, string> = {
  ...Object.fromEntries(Object.entries(routeFaultTexts).map(([code, text]) => [code, text(route)])),
  'preflight-ambiguous elsewhere': routeFaultTexts['preflight-ambiguous']({ ...route, other: '/*' }),
  'route-unseen': logTexts['route-unseen']({ url: '/x' }),
  'route-unclear': logTexts['route-unclear'](),
  'hook-earlier': logTexts['hook-earlier'](),
  'hook-answered': logTexts['hook-answered'](),
  'origin-refused': logTexts['origin-refused']({ origin: '"https://x"', reason: 'origin-not-allowed' }),
  unknownPolicy: optionTexts.unknownPolicy('"x"'),
  besidePolicy: optionTexts.besidePolicy(),
  noPolicy: optionTexts.noPolicy('1'),
  reservedName: optionTexts.reservedName('"untouched"'),
}

t.test('every sentence is short and names its subject', async (t) => {
  const count = [routeFaultTexts, logTexts, optionTexts].flatMap(Object.keys).length
  t.equal(Object.keys(texts).length, count + 1, 'one has two sentences')
  t.matchSnapshot(texts)
  for (const [code, text] of Object.entries(texts)) {
    t.ok(text.length > 20 && text.length < 320, code)
    t.notMatch(text, /undefined|object Object|\bis no\b|\bwhoever\b|\.$/i, code)
  }
  for (const code of ['route-changed', 'preflight-ambiguous']) t.match(texts[code], /PUT \/x/, code)
})

t.test('the message of an error counts its problems', async (t) => {
  t.matchSnapshot(routeErrorText(['one']))
  t.matchSnapshot(routeErrorText(['one', 'two']))
})
