import t from 'tap'
import { toBase64Url } from '../../src/playground/base64url.js'
import { encodeState, type StateInput, type View } from '../../src/playground/state.js'
import { openPage } from './dom.js'

/** What somebody writes into a link, in the hope that the page takes it for more than text. */
const TEXTS = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '</script></style></textarea><iframe srcdoc="x">',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'toString',
  '\u202eevil\u0000\ud800',
  "' onfocus='alert(1)' autofocus='",
]

t.setTimeout(120_000)

/** Each text in each place of a state. */
function states(text: string): StateInput[] {
  const config = (value: unknown) => JSON.stringify(value)
  const message = `Access to fetch at 'https://a.test/${text}' from origin '${text}' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header has a value '${text}' that is not equal to the supplied origin.`
  const verbose = `> GET https://a.test/${text.replace(/\W/g, '-')} HTTP/1.1\n> Origin: https://b.test\n>\n< HTTP/1.1 302\n< Location: ${text}\n< Server: ${text}\n< Set-Cookie: ${text}\n< Access-Control-Allow-Origin: ${text}\n<`
  return [
    { config: text },
    { config: config({ origins: [text], [text]: text, methods: [text], headers: text }) },
    { config: `{"__proto__":{"origins":"*"},"origins":["${text.replaceAll('"', '')}"]}` },
    { config: config({ origins: '*' }), request: { origin: text, url: text, method: text, reads: [text] } },
    {
      config: config({ origins: '*' }),
      request: { origin: 'https://a.test', url: 'https://b.test', headers: { [text]: text } },
    },
    { paste: text },
    { paste: message },
    { paste: verbose },
    { paste: config({ log: { entries: [{ request: { method: text, url: text, headers: [{ name: text }] } }] } }) },
    { convert: { from: text, to: text, text } },
    { convert: { from: 's3', to: 'nginx', text } },
    { convert: { from: 'config', to: 's3', text: config({ origins: [text] }) } },
    { story: text },
  ]
}

function viewOf({ paste, convert, story }: StateInput): View {
  if (paste !== undefined) return 'paste'
  if (convert !== undefined) return 'convert'
  return story === undefined ? 'ask' : 'stories'
}

/** What is in the page and could do something by itself, or lead to somewhere else. */
function dangers({ document }: ReturnType<typeof openPage>): string[] {
  return [...document.querySelectorAll('*')].flatMap((element) => {
    const found = [...element.attributes].filter(
      ({ name, value }) =>
        /^on|^srcdoc$|^autofocus$|^style$/i.test(name) ||
        (/^(href|src|action|formaction)$/i.test(name) &&
          !/^(#|https:\/\/[a-z0-9.-]+\.(org|com|net)\/)/.test(value ?? '')),
    )
    const isActive = /^(script|iframe|img|object|embed|base|meta|form|svg|style|link)$/i.test(element.tagName)
    return [...(isActive ? [element.tagName] : []), ...found.map(({ name, value }) => `${name}=${value}`)]
  })
}

t.test('whatever a link says is text', async (t) => {
  for (const text of TEXTS) {
    for (const state of states(text)) {
      const view = viewOf(state)
      const page = openPage(encodeState({ ...state, view }))
      t.strictSame(dangers(page), [], `${view}: ${JSON.stringify(state)}`)
      page.window.close()
    }
  }
})

t.test('the check sees what it looks for', async (t) => {
  const page = openPage()
  page.document.body.innerHTML = '<img src=x onerror=y><a href="javascript:z">a</a>'
  t.strictSame(dangers(page), ['IMG', 'src=x', 'onerror=y', 'href=javascript:z'])
})

t.test('broken links leave the page usable', async (t) => {
  const fragments = [
    '%',
    '%00%ff',
    '1.',
    '1..ask',
    `1.${toBase64Url('[[[[')}.ask`,
    `1.${toBase64Url('{"request":{"headers":{"__proto__":{"a":1}}},"config":{}}')}.ask`,
    '2.e30.ask',
    'stories.no-such-story',
    'stories.constructor',
    'x'.repeat(200_000),
    `1.${'A'.repeat(99_000)}.paste`,
  ]
  for (const fragment of fragments) {
    const page = openPage(fragment)
    t.strictSame(dangers(page), [], fragment.slice(0, 40))
    t.ok(page.find('main'), 'there is a page')
    page.goTo('paste')
    t.ok(page.find('#paste'), 'and it goes on')
    page.window.close()
  }
})

t.test('a link with thousands of mistakes leaves the page usable', async (t) => {
  const names = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`origin${i}`, 1]))
  const page = openPage(encodeState({ view: 'ask', config: JSON.stringify(names) }))
  const items = page.texts('#problems li')
  t.equal(items.length, 101)
  t.match(items.at(-1), /^and \d+ more$/)
  page.goTo(encodeState({ view: 'convert', convert: { from: 'config', to: 's3', text: JSON.stringify(names) } }))
  t.equal(page.texts('#result li').length, 101)
  page.window.close()
})
