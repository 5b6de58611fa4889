import t from 'tap'
import { ask, configFixesOf } from '../../src/playground/ask.js'
import { EXAMPLE_STATE } from '../../src/playground/examples.js'
import { EMPTY_STATE, type PlaygroundRequest } from '../../src/playground/state.js'

const CONFIG = { origins: ['https://app.example.com'] } as const

function outcomeOf(request: Partial<PlaygroundRequest>) {
  const { explanation, refusal } = ask(CONFIG, { ...EMPTY_STATE.request, ...request })
  return explanation === undefined ? refusal : explanation.outcome
}

t.test('asks as the page would', async (t) => {
  t.equal(outcomeOf({}), 'readable', 'with values for what is empty')
  t.equal(outcomeOf({ origin: 'https://other.test' }), 'blocked')
  t.equal(outcomeOf({ method: '' }), 'readable')
  t.equal(outcomeOf({ url: 'https://' }), 'blocked')
  t.equal(outcomeOf({ origin: 'half an origin' }), 'blocked')
  t.equal(outcomeOf({ headers: { 'not a name': '1' } }), 'blocked')
  t.match(outcomeOf({ mode: 'navigate' }), /^mode: /, 'a link may say it')
})

t.test('the changes to the config are those that a click makes', async (t) => {
  const { explanation } = ask(JSON.parse(EXAMPLE_STATE.config), EXAMPLE_STATE.request)
  t.ok(explanation)
  if (explanation !== undefined) t.match(configFixesOf(explanation), [{ path: 'methods', value: 'PUT' }])
})

t.test('more headers than any server takes', async (t) => {
  const names = Array.from({ length: 5000 }, (_, i) => `x-${i}`)
  t.match(outcomeOf({ headers: Object.fromEntries(names.map((name) => [name, '1'])) }), /at most 100/)
  t.match(outcomeOf({ reads: names }), /at most 100/)
  t.equal(outcomeOf({ reads: names.slice(0, 100) }), 'readable')
})
