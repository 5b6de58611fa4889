import t from 'tap'
import { explain } from '../../src/explain/explain.js'
import { renderExplanation } from '../../src/explain/render-explanation.js'
import { printable } from '../../src/explain/text-style.js'
import { createBrowser } from '../../src/fetch-model/browser.js'
import { evaluate } from '../../src/fetch-model/evaluate.js'

const PAGE = 'https://app.test'

t.test('renders a request that is refused', async (t) => {
  const explanation = explain({ origins: [PAGE] }, { origin: PAGE, url: 'https://api.test/', method: 'PUT' })
  t.matchSnapshot(renderExplanation(explanation))
})

t.test('renders a request that is allowed', async (t) => {
  const request = { origin: PAGE, url: 'https://api.test/', credentials: 'include' } as const
  const headers = { 'access-control-allow-origin': PAGE, 'access-control-allow-credentials': 'true' }
  t.matchSnapshot(
    renderExplanation(evaluate(request, [{ status: 200, headers: { ...headers, pragma: 'a', expires: '0' } }])),
  )
  t.matchSnapshot(renderExplanation(evaluate(request, [{ status: 200, headers }])))
})

t.test('nothing sent, nothing received', async (t) => {
  t.matchSnapshot(renderExplanation(evaluate({ origin: PAGE, url: 'https://api.test/', method: 'TRACE' }, [])))
  t.match(renderExplanation(evaluate({ origin: PAGE, url: 'https://api.test/' }, [])), /\n← .*\n\nblocked at network/)
})

t.test('colours on request', async (t) => {
  const explanation = explain({ origins: [PAGE] }, { origin: 'https://b.test' })
  const text = renderExplanation(explanation, { color: true })
  t.match(text, '\u001b[31mblocked\u001b[0m at \u001b[1mcors-check\u001b[0m')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence starts with one
  t.equal(text.replace(/\u001b\[\d+m/g, ''), renderExplanation(explanation, { color: false }))
  t.notMatch(renderExplanation(explanation), '\u001b')
  t.match(renderExplanation(explain({ origins: '*' }, { origin: PAGE }), { color: true }), '\u001b[32mreadable')
})

t.test('escapes control characters of foreign text', async (t) => {
  const evil = '\u001b[2J\r\n\u0007\u009b\u202e'
  const evaluation = evaluate({ origin: `${PAGE}${evil}`, url: `/${evil}`, method: `A${evil}` }, [])
  const headers = { 'access-control-allow-origin': evil, [`x${evil}`]: evil }
  const answered = evaluate({ origin: PAGE, url: 'https://api.test/' }, [{ status: 200, headers }])
  for (const text of [renderExplanation(evaluation), renderExplanation(answered)]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    t.notMatch(text.replaceAll('\n', ''), /[\u0000-\u001f\u007f-\u009f\u202e]/)
  }
  t.equal(printable('a\u0000b\u202ec\u2028d\u007f’→'), 'a\\u0000b\\u202ec\\u2028d\\u007f’→')
})

t.test('a response from a cache', async (t) => {
  const browser = createBrowser({ now: () => 0 })
  const request = { origin: PAGE, url: 'https://api.test/' }
  const headers = { 'access-control-allow-origin': '*', 'cache-control': 'max-age=9' }
  browser.evaluate(request, [{ status: 200, headers }])
  t.matchSnapshot(renderExplanation(browser.evaluate(request, [])))
})

t.test('names the headers that the browser drops', async (t) => {
  const request = { origin: PAGE, url: '/', headers: { cookie: 'a=1' } }
  t.match(renderExplanation(evaluate(request, [{ status: 200 }])), /^Note\n {2}.*cookie/m)
})
