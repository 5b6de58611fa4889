import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { MAX_PASTE_LENGTH } from '../../src/playground/paste.js'
import { decodeState, encodeState } from '../../src/playground/state.js'
import { STORIES } from '../../src/playground/stories.js'
import { PLAYGROUND_TIMELINE } from '../../src/text/playground.js'
import { openPage } from './dom.js'

/** Milliseconds after which the address has what was typed. */
const REST = 600

t.test('without a link, the page shows an example, and a click that fixes it', async (t) => {
  const page = openPage()
  t.equal(page.document.title, 'Policy and request - CORS playground')
  t.equal(page.text('.outcome'), 'Blocked: the page does not get the response.')
  t.match(page.text('.timeline .failed'), /stopped here .*preflight-method: .*PUT/)
  t.equal(page.texts('.console dt').join(), 'Chromium,Firefox,WebKit')
  t.equal(page.hash(), '')
  page.click('Change the policy')
  t.match(page.text('.outcome'), /^Readable/)
  t.strictSame(JSON.parse(page.find('#config').value).methods, ['PUT'])
  t.match(page.text('#status'), /^The policy is changed\. 2 suggestions/)
  t.strictSame(JSON.parse(decodeState(page.hash()).state.config).methods, ['PUT'], 'the link has it')
  page.goTo('')
  t.match(page.text('.outcome'), /^Blocked/, 'and Back undoes it')
})

t.test('problems are at their line, and a click writes the suggestion', async (t) => {
  const page = openPage()
  page.type('#config', '{\n  "origins": ["https://app.example.com"],\n  "methods": ["put"]\n}')
  t.strictSame(page.texts('.lines .bad'), ['3'])
  t.match(page.texts('.problems li'), [/^Line 3 methods\[0\]: .*Did you mean/])
  t.equal(page.text('#status'), '1 problem in the policy')
  t.equal(page.text('#result'), 'Fix the problems in the policy first.')
  t.equal(page.find('#config').getAttribute('aria-invalid'), 'true')
  page.click('Line 3')
  const area = page.find('#config') as unknown as HTMLTextAreaElement
  t.equal(page.document.activeElement?.id, 'config')
  t.equal(area.value.slice(area.selectionStart, area.selectionEnd), '  "methods": ["put"]')
  page.click('Write "PUT"')
  t.equal(page.text('#problems .good'), 'The policy is valid.')
  t.match(page.find('#config').value, /"PUT"/)
  page.type('#config', '{\n"origins": ["https://app.example.com", "http://localhost:1"], "maxAge": 99')
  page.click('Line 2')
  t.equal(area.isConnected, false, 'a view that was made again')
  page.type('#config', '{}')
  t.match(page.texts('.problems li').join(), /^Line 1 origins: no origins configured/)
  page.type('#config', '{ "origins": "*" }')
  t.equal(page.text('#status'), 'no problems in the policy')
  page.fire('#config', 'scroll')
})

t.test('what is typed is in the address a little later, and not in the history', async (t) => {
  const page = openPage()
  const { length } = page.window.history
  page.type('#config', '{ "origins": "none" }')
  page.type('#origin', 'https://other.test')
  t.equal(page.hash(), '')
  await wait(REST)
  t.match(decodeState(page.hash()).state, {
    config: '{ "origins": "none" }',
    request: { origin: 'https://other.test' },
  })
  t.equal(page.window.history.length, length)
})

t.test('each field of the request counts', async (t) => {
  const page = openPage()
  page.type('#method', 'GET')
  t.match(page.text('.outcome'), /^Readable/)
  page.type('#headers', 'X-A: 1')
  t.match(page.text('.failed'), /x-a/)
  page.type('#headers', '')
  page.type('#reads', 'ETag')
  t.match(page.texts('.fixes li'), [/'etag' to exposeHeaders/])
  page.type('#reads', '')
  page.type('#credentials', 'omit')
  t.match(page.text('.sent'), /without credentials/)
  page.type('#mode', 'no-cors')
  t.match(page.text('.outcome'), /^Opaque/)
  t.match(page.text('.withheld'), /not readable/)
  page.type('#url', 'https://')
  t.match(page.text('.failed'), /request-url/)
  t.equal(page.texts('.sent').length, 0)
})

t.test('what makes the request decides which fields there are', async (t) => {
  const page = openPage()
  page.find('#kind').focus()
  page.type('#kind', 'image')
  t.equal(page.document.activeElement?.id, 'kind', 'the focus stays')
  t.equal(page.document.querySelector('#method'), null)
  t.match(page.text('.outcome'), /^Opaque/)
  page.type('#crossorigin', 'anonymous')
  t.match(page.text('.outcome'), /^Readable/)
  t.match(page.text('.sent'), /without credentials/)
  page.type('#crossorigin', '')
  t.match(page.text('.outcome'), /^Opaque/)
  page.type('#kind', 'websocket')
  t.equal(page.document.querySelector('#crossorigin'), null)
  t.equal(decodeState(page.hash()).state.request.initiator, 'websocket')
})

t.test('an element without a crossorigin attribute shows or runs what scripts cannot read', async (t) => {
  const page = openPage()
  for (const [kind, text] of Object.entries(PLAYGROUND_TIMELINE.opaqueElements)) {
    page.type('#kind', kind)
    t.equal(page.text('.outcome'), text, kind)
    page.type('#crossorigin', 'anonymous')
    t.equal(page.text('.outcome'), PLAYGROUND_TIMELINE.outcomes.readable, kind)
  }
})

t.test('a request that the model refuses is a line', async (t) => {
  const page = openPage(encodeState({ config: '{"origins":"*"}', request: { mode: 'navigate' } }))
  t.match(page.text('#result .bad'), /^The page could not do that\. mode: /)
})

t.test('every story shows the outcome of the model', async (t) => {
  const page = openPage('stories')
  t.equal(page.texts('.overview h3').length, STORIES.length)
  t.match(page.text('.overview'), /The app sets CORS headers, and nginx in front of it adds its own\./)
  for (const { versions } of STORIES) {
    for (const { id, play } of versions) {
      page.goTo(`stories.${id}`)
      const shown = [...page.document.querySelectorAll('.scene .outcome')].map(({ className }) => className)
      t.strictSame(
        shown,
        play().map(({ evaluation }) => `outcome ${evaluation.outcome}`),
        id,
      )
    }
  }
  page.goTo('stories.no-such-story')
  t.equal(page.texts('.overview h3').length, STORIES.length)
})

t.test('a story is chosen, fixed and gone on with', async (t) => {
  const page = openPage()
  page.click('Stories')
  t.equal(page.document.activeElement?.id, 'title')
  page.click('The picture that came too early')
  t.equal(page.hash(), 'stories.early-image')
  t.equal(page.document.activeElement?.id, 'story-title')
  t.match(page.texts('.scene .outcome'), [/^Opaque/, /^Blocked/])
  t.match(page.texts('.timeline .from-cache').join(), /Cache → Browser/)
  page.click('How it works')
  t.equal(page.hash(), 'stories.early-image-vary')
  t.match(page.texts('.scene .outcome'), [/^Opaque/, /^Readable/])
  page.click('A preflight')
  page.click('Try it yourself')
  t.equal(page.text('#title'), 'Policy and request')
  t.match(page.text('.failed'), /preflight-method/)
  page.click('Change the policy')
  t.match(page.text('.outcome'), /^Readable/)
})

t.test('what was pasted is read', async (t) => {
  const page = openPage('paste')
  t.equal(page.text('#result'), 'Paste something to see what is wrong and how to fix it.')
  page.click('Show an example')
  t.match(page.text('.finding h4'), /allow-origin-doubled/)
  t.match(page.texts('.finding details').join(), /How to fix it elsewhere/)
  t.strictSame(page.texts('#result > details'), [], 'the message does not say what the response was')
  t.match(decodeState(page.hash()).state.paste, /^Access to fetch/)
  page.click('Clear')
  t.equal(page.text('#result'), 'Paste something to see what is wrong and how to fix it.')
  page.type('#paste', 'nothing that we know')
  t.match(page.text('#result .bad'), /^The page cannot find a request/)
  const verbose = [
    '> GET https://api.test/x HTTP/1.1',
    '> Host: api.test',
    '> Origin: https://app.test',
    '> Cookie: sid=secret',
    '>',
    '< HTTP/1.1 200 OK',
    '< Access-Control-Allow-Origin: https://app.test',
    '< Access-Control-Allow-Credentials: true',
    '< Vary: Origin',
    '<',
  ]
  page.type('#paste', verbose.join('\n'))
  t.match(page.text('#result .outcome'), /page gets the response/)
  t.match(page.text('#result > details'), /^What a browser does with these responses/)
  t.equal(page.text('#status'), 'A link to this has only the parts that CORS looks at, without secrets.')
  await wait(REST)
  const { paste } = decodeState(page.hash()).state
  t.match(paste, /> Origin: .*\n> Cookie: hidden\n>\n< HTTP/)
  t.notMatch(paste, 'secret')
})

t.test('files are read, and large ones are refused in one line', async (t) => {
  const page = openPage('paste')
  const choose = async (file: unknown, by: 'change' | 'drop' = 'change') => {
    if (by === 'change') {
      Object.defineProperty(page.find('#file'), 'files', { value: [file], configurable: true })
      page.fire('#file', 'change')
    } else {
      const event = new page.window.Event('drop', { bubbles: true, cancelable: true })
      Object.assign(event, { dataTransfer: { files: [file] } })
      page.find('.paste').dispatchEvent(event as never)
    }
    await wait(0)
  }
  const har = {
    log: {
      entries: [
        {
          request: {
            method: 'GET',
            url: 'https://api.test/',
            headers: [{ name: 'Origin', value: 'https://app.test' }],
          },
          response: { status: 200, headers: [] },
        },
      ],
    },
  }
  await choose(new Blob([JSON.stringify(har)]), 'drop')
  t.match(page.text('.finding h4'), /allow-origin-missing/)
  await choose({ name: 'big.har', size: 50_000_000 })
  t.match(page.text('#result'), 'That is 50 MB, and the page reads up to 20 MB. Paste the failing request only.')
  t.equal(page.text('.source'), 'From big.har')
  await choose({ name: 'gone.har', size: 1, text: () => Promise.reject(new Error('gone')) })
  t.equal(page.text('#result'), 'gone.har could not be read.')
  await choose(undefined)
  page.fire('.paste', 'dragover')
  page.type('#paste', '')
  t.equal(page.text('.source'), '')
  const paste = (text: string | undefined) => {
    const event = new page.window.Event('paste', { bubbles: true, cancelable: true })
    if (text !== undefined) Object.assign(event, { clipboardData: { getData: () => text } })
    page.find('#paste').dispatchEvent(event as never)
    return event.defaultPrevented
  }
  t.equal(paste('short'), false)
  t.equal(paste(undefined), false)
  t.equal(paste('x'.repeat(MAX_PASTE_LENGTH + 1)), true)
  t.match(page.text('#result'), /^That is 21 MB/)
  page.type('#paste', 'and the page goes on')
  t.match(page.text('#result'), /^The page cannot find a request/)
})

t.test('configs are converted in both directions', async (t) => {
  const page = openPage('convert')
  t.equal(page.text('#result'), 'Paste a config to convert it.')
  page.type('#from', 's3')
  page.type(
    '#text',
    '{"CORSRules":[{"AllowedOrigins":["https://a.test"],"AllowedMethods":["GET","PUT"],"AllowedHeaders":["*"]}]}',
  )
  t.match(page.text('.document'), /"origins"/)
  page.type('#to', 'nginx')
  t.match(page.text('.document'), /^# In the http block/)
  t.ok(page.texts('.notes li').length > 0)
  page.type('#text', '{"CORSRules":[{}]}')
  t.match(page.texts('.problems li').join(), /^document: /)
  page.click('Use the current policy')
  t.equal(page.find('#from').value, 'config')
  t.equal(page.find('#to').value, 'nginx', 'stays')
  page.type('#to', 'starlette')
  t.match(page.text('.document'), /allow_origins/)
  page.type('#to', 'config')
  t.equal(page.text('#result .good'), 'No differences.')
  page.type('#from', 's3')
  page.type('#text', '{"CORSRules":[{"AllowedOrigins":["https://b.test"],"AllowedMethods":["GET"]}]}')
  page.click('Try this policy')
  t.match(page.find('#config').value, /b\.test/)
  page.goTo(encodeState({ view: 'convert', convert: { from: 'nonsense', to: 'nonsense', text: '{' } }))
  t.strictSame([page.find('#from').value, page.find('#to').value], ['express', 'config'])
  page.click('Use the current policy')
  t.strictSame([page.find('#from').value, page.find('#to').value], ['config', 'nginx'], 'not to what it is already')
})

t.test('a broken link gives a line, and the page goes on', async (t) => {
  const page = openPage('no-such-view')
  t.match(page.text('[role=alert]'), /^The link could not be read in full\. /)
  t.match(page.text('#title'), 'Policy and request')
  page.goTo('x'.repeat(200_000))
  t.match(page.text('[role=alert]'), /100.?000/)
  page.click('Stories')
  t.equal(page.text('[role=alert]'), '')
  t.equal(page.texts('main').length, 1)
})

t.test('the link can be copied', async (t) => {
  const copied: string[] = []
  const page = openPage('stories.two-layers', (window) => {
    Object.defineProperty(window.navigator, 'clipboard', {
      value: { writeText: async (text: string) => copied.push(text) },
    })
  })
  page.click('Copy a link to this')
  await wait(0)
  t.strictSame(copied, ['https://playground.test/#stories.two-layers'])
  t.equal(page.text('#status'), 'Link copied')
  t.equal(page.text('.title button'), 'Link copied')
  page.fire('.title button', 'blur')
  t.equal(page.text('.title button'), 'Copy a link to this')
  const without = openPage('stories', (window) => {
    Object.defineProperty(window.navigator, 'clipboard', { value: undefined })
  })
  without.click('Copy a link to this')
  await wait(0)
  t.match(without.text('#status'), /^The browser does not let the page copy/)
})

t.test('keyboard: a link to the content, and the focus of what was clicked', async (t) => {
  const page = openPage()
  page.click('Skip to the content')
  t.equal(page.document.activeElement?.id, 'title')
  t.equal(page.text('.brief'), 'Blocked: the page does not get the response. ↓')
  page.find('.brief').click()
  t.equal(page.document.activeElement?.id, 'result-title', 'where the result is far down')
  t.equal(page.hash(), '', 'the fragment is for the state')
})

t.test('keyboard: a button that is gone leaves the focus in its section', async (t) => {
  const page = openPage()
  page.find('#fix').focus()
  page.click('Change the policy')
  t.equal(page.document.activeElement?.id, 'result-title')
  page.type('#config', '{ "origins": ["https://app.example.com"], "methods": ["put"] }')
  page.find('.problems button:last-child').focus()
  page.click('Write "PUT"')
  t.equal(page.document.activeElement?.id, 'policy-title')
  page.find('#kind').focus()
  page.type('#kind', 'image')
  t.equal(page.document.activeElement?.id, 'kind', 'a field that is still there keeps it')
})

t.test('the language changes everything that is shown', async (t) => {
  const page = openPage()
  const english = page.texts('.fixes li')
  page.find('#language').focus()
  page.type('#language', 'ko')
  t.equal(page.document.documentElement.lang, 'ko')
  t.equal(page.document.activeElement?.id, 'language', 'the focus stays')
  t.match(page.texts('.fixes li').join(), /[가-힣]/)
  t.equal(page.find('#language').value, 'ko')
  page.goTo('paste')
  page.click('예시 보기')
  t.equal(page.text('.severity'), '오류')
  page.goTo('')
  page.type('#language', 'en')
  t.equal(page.document.documentElement.lang, 'en')
  t.strictSame(page.texts('.fixes li'), english)
})

t.test('the language is that of the browser', async (t) => {
  const page = openPage('', (window) => {
    Object.defineProperty(window.navigator, 'languages', { value: ['fr-FR', 'ko-KR', 'en'] })
  })
  t.equal(page.document.documentElement.lang, 'ko')
  page.type('#language', 'en')
})

t.test('no text is read as HTML', async (t) => {
  const evil = '<img src=x onerror=alert(1)>'
  const page = openPage(
    encodeState({
      config: `{"origins":["${evil}"]}`,
      request: { origin: evil, url: evil, method: evil, headers: { [evil]: evil } },
    }),
  )
  t.match(page.text('.problems'), evil)
  page.type('#config', '{"origins":["https://a.test"]}')
  page.goTo(encodeState({ view: 'paste', paste: `HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: ${evil}\n` }))
  t.match(page.text('#result'), evil)
  page.goTo(encodeState({ view: 'convert', convert: { from: 'config', to: evil, text: `{"origins":["${evil}"]}` } }))
  t.match(page.text('#result'), 'img')
  t.equal(page.document.querySelector('img'), null)
})
