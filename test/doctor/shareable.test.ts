import t from 'tap'
import { inspect, inspectWithTranscript } from '../../src/doctor/inspect/inspect.js'
import { shareable } from '../../src/doctor/shareable.js'
import type { Detail } from '../../src/doctor/transcript.js'

const APP = 'https://app.example.com'
const SENT = `> GET https://api.example.com/ HTTP/1.1\n> Origin: ${APP}\n>`
const RIGHT = `${SENT}\n< HTTP/1.1 200\n< Access-Control-Allow-Origin: ${APP}\n< Vary: Origin\n< X-Any: hidden\n<`
const WRONG = `${SENT}\n< HTTP/1.1 200\n<`

/** The diagnosis of one text, with others to share. */
function of(text: string, texts: Readonly<Record<Detail, string>>) {
  return shareable({ diagnosis: inspect(text), transcript: (detail) => texts[detail] })
}

t.test('the best text first', async (t) => {
  const rows: [name: string, text: string, texts: Record<Detail, string>, expected: ReturnType<typeof shareable>][] = [
    ['healthy', RIGHT, { headers: RIGHT, bodies: RIGHT, cors: WRONG }, { texts: [RIGHT, WRONG] }],
    ['the same', WRONG, { headers: WRONG, bodies: WRONG, cors: WRONG }, { texts: [WRONG] }],
    ['only with a body', WRONG, { headers: RIGHT, bodies: WRONG, cors: RIGHT }, { texts: [WRONG, RIGHT] }],
    [
      'not to be shown',
      WRONG,
      { headers: RIGHT, bodies: RIGHT, cors: '' },
      { texts: [RIGHT], notShown: 'allow-origin-missing' },
    ],
    ['nothing', WRONG, { headers: '', bodies: '', cors: '' }, { texts: [], notShown: 'allow-origin-missing' }],
    [
      'a healthy server whose requests do not show it',
      RIGHT,
      { headers: WRONG, bodies: WRONG, cors: WRONG },
      { texts: [WRONG] },
    ],
  ]
  for (const [name, text, texts, expected] of rows) t.strictSame(of(text, texts), expected, name)
})

t.test('a real one', async (t) => {
  t.strictSame(shareable(inspectWithTranscript(RIGHT, {})).texts[0], RIGHT)
})
