import t from 'tap'
import { readConfigText } from '../../src/playground/config-text.js'
import { convertText, FROM, TO } from '../../src/playground/convert.js'
import { PLAYGROUND_CONVERT } from '../../src/text/playground.js'

const CONFIG = '{ "origins": ["https://a.test"], "headers": ["content-type"] }'

t.test('every format is written, and read again where it can be', async (t) => {
  for (const to of TO) {
    const conversion = convertText('config', to, to === 'starlette' ? CONFIG : '{ "origins": ["https://a.test"] }')
    if (conversion.kind !== 'converted') {
      t.fail(to)
      continue
    }
    t.ok(readConfigText(conversion.config).config, 'a config comes along')
    if (!FROM.includes(to)) continue
    const back = convertText(to, 'config', conversion.document)
    t.match(back, { kind: 'converted' }, to)
    if (back.kind === 'converted') t.match(JSON.parse(back.document), { origins: ['https://a.test'] }, to)
  }
})

t.test('every format has a name for people', async (t) => {
  for (const name of [...FROM, ...TO]) t.ok(PLAYGROUND_CONVERT.formats[name], name)
})

t.test('what would allow more is refused, and what is lost is noted', async (t) => {
  t.match(convertText('starlette', 'config', '{"allow_origins": ["*"], "allow_credentials": true}'), {
    kind: 'refused',
    problems: [{ code: 'reflects-any-origin' }],
  })
  t.match(convertText('config', 's3', '{"origins": ["http://192.168.0.0/16"]}'), { kind: 'refused' })
  t.match(convertText('config', 's3', CONFIG), { kind: 'converted', notes: [{}] })
  t.match(convertText('config', 'nginx', CONFIG), { kind: 'converted', document: /^# In the http block:/ })
})

t.test('bad input', async (t) => {
  t.strictSame(convertText('s3', 'nginx', ' '), { kind: 'empty' })
  t.match(convertText('', '', '{"origin":"https://a.test"}'), { kind: 'converted' }, 'a link may name unknown formats')
  t.match(convertText('s3', 'config', '<a'), { kind: 'refused' })
  for (const from of FROM) t.match(convertText(from, 'config', '][\u0000'), { kind: /refused|converted/ }, from)
})
