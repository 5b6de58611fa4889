import t from 'tap'
import { createBrowser } from '../../src/fetch-model/browser.js'
import { type Evaluation, evaluate } from '../../src/fetch-model/evaluate.js'
import type { ServerResponse } from '../../src/fetch-model/messages.js'
import { STORIES } from '../../src/playground/stories.js'
import { timelineOf } from '../../src/playground/timeline.js'
import { Random } from '../config/fixtures/random.js'
import { generateCase } from '../engines/generator/case.js'
import { evaluateCase } from '../engines/predict.js'

const PAGE = 'https://page.test'
const URL = 'https://api.test/a'
const OPEN = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': '*' }

/** In one line: steps by name, what was sent with an arrow to the right, what came with one to the left. */
function course(evaluation: Evaluation): string {
  return timelineOf(evaluation)
    .map((entry) => {
      if (entry.kind === 'step') return `${{ passed: '', failed: '!', withheld: '~' }[entry.result]}${entry.step.step}`
      if (entry.kind === 'sent') return `>${entry.request.method}`
      if (entry.kind === 'received') return `<${entry.response?.status ?? 'nothing'} ${entry.from}`
      return entry.kind
    })
    .join(', ')
}

t.test('what was sent and came back has its place among the steps', async (t) => {
  const redirect: ServerResponse = { status: 302, headers: { ...OPEN, Location: 'https://other.test/b' } }
  const ok: ServerResponse = { status: 200, headers: OPEN }
  const rows: [evaluation: Evaluation, expected: string][] = [
    [
      evaluate({ origin: PAGE, url: URL }, [ok]),
      'call, request-mode, preflight-needed, >GET, <200 server, cors-check, filtered-response, result',
    ],
    [
      evaluate({ origin: PAGE, url: URL }, []),
      'call, request-mode, preflight-needed, >GET, <nothing server, !network, result',
    ],
    [
      evaluate({ origin: PAGE, url: URL, method: 'PUT' }, []),
      'call, request-mode, preflight-needed, >OPTIONS, <nothing server, !preflight-network, result',
    ],
    [evaluate({ origin: PAGE, url: 'https://', method: 'PUT' }, [ok]), 'call, !request-url, result'],
    [
      evaluate({ origin: PAGE, url: `${PAGE}/x` }, [ok]),
      'call, request-mode, >GET, <200 server, filtered-response, result',
    ],
    [
      evaluate({ origin: PAGE, url: URL, mode: 'no-cors' }, [ok]),
      'call, request-mode, >GET, <200 server, resource-policy, ~filtered-response, result',
    ],
    [
      evaluate({ origin: PAGE, url: URL }, [redirect, ok]),
      'call, request-mode, preflight-needed, >GET, <302 server, cors-check, redirect-scheme, redirect-count, redirect-credentials, redirect-body, redirect, request-mode, preflight-needed, >GET, <200 server, cors-check, filtered-response, result',
    ],
    [
      evaluate({ origin: PAGE, url: URL }, [{ status: 421 }, ok]),
      'call, request-mode, preflight-needed, >GET, <421 server, network, >GET, <200 server, cors-check, filtered-response, result',
    ],
  ]
  for (const [evaluation, expected] of rows) t.equal(course(evaluation), expected)
})

t.test('what comes from the cache was not sent', async (t) => {
  let now = 0
  const browser = createBrowser({ now: () => now })
  const answers: ServerResponse[] = [
    { status: 200, headers: { ...OPEN, 'Cache-Control': 'max-age=60', ETag: '"1"' } },
    { status: 304, headers: OPEN },
  ]
  const ask = () => browser.evaluate({ origin: PAGE, url: URL }, () => answers.shift())
  t.equal(
    course(ask()),
    'call, request-mode, preflight-needed, >GET, <200 server, cors-check, filtered-response, result',
  )
  t.equal(
    course(ask()),
    'call, request-mode, preflight-needed, http-cache, <200 cache, cors-check, filtered-response, result',
  )
  now = 100_000
  t.equal(
    course(ask()),
    'call, request-mode, preflight-needed, http-cache, >GET, <304 server, http-cache, cors-check, filtered-response, result',
  )
})

/** Requests and answers as real browsers get them in the tests of the model. */
const CASES = 5000

/** Everything that was sent, once and in its order, each before the step that looks at its answer. */
function misplaced(evaluation: Evaluation): string | undefined {
  const entries = timelineOf(evaluation)
  const sent = entries.flatMap((entry) => (entry.kind === 'sent' ? [entry.request] : []))
  if (sent.length !== evaluation.sent.length || sent.some((request, i) => request !== evaluation.sent[i])) {
    return 'not all that was sent'
  }
  const steps = entries.flatMap((entry) => (entry.kind === 'step' ? [entry.step] : []))
  if (steps.some((step, i) => step !== evaluation.steps[i])) return 'not all steps'
  let kind = 'nothing'
  for (const entry of entries) {
    if (entry.kind === 'sent') kind = entry.request.kind
    if (entry.kind !== 'step' || !entry.step.step.startsWith('preflight-') || entry.step.step === 'preflight-needed')
      continue
    if (kind !== 'preflight') return `${entry.step.step} after ${kind}`
  }
  return undefined
}

t.test('nothing is lost, for any request and answers', async (t) => {
  const random = new Random(1)
  const evaluations = [
    ...STORIES.flatMap(({ versions }) => versions.flatMap(({ play }) => play().map(({ evaluation }) => evaluation))),
    ...Array.from({ length: CASES }, () => evaluateCase(generateCase(random), { id: 'x', ports: [1001, 1002, 1003] })),
  ]
  for (const evaluation of evaluations) {
    const fault = misplaced(evaluation)
    if (fault !== undefined) t.fail(`${fault}: ${JSON.stringify(evaluation.request)} ${course(evaluation)}`)
  }
  t.ok(evaluations.length > CASES)
})
