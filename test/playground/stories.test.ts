import t from 'tap'
import { firstFailure } from '../../src/fetch-model/step.js'
import { convertText } from '../../src/playground/convert.js'
import { decodeState, encodeState } from '../../src/playground/state.js'
import { findStory, STORIES } from '../../src/playground/stories.js'
import { PLAYGROUND_STORIES } from '../../src/text/playground-stories.js'

/** What each version shows: links name them, so none of them ever changes its meaning. */
const OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  'simple-refused': ['blocked allow-origin-missing'],
  simple: ['readable'],
  'preflight-refused': ['blocked method-not-allowed'],
  preflight: ['readable'],
  'credentials-refused': ['blocked allow-origin-wildcard'],
  credentials: ['readable'],
  'early-image': ['opaque response-opaque', 'blocked allow-origin-missing'],
  'early-image-vary': ['opaque response-opaque', 'readable'],
  'two-layers': ['blocked allow-origin-multiple'],
  'one-layer': ['readable'],
  'load-balancer': ['blocked allow-origin-missing'],
  'load-balancer-passes': ['readable'],
  'fastapi-any-origin': ['readable'],
  fastapi: ['readable'],
}

const versions = STORIES.flatMap((story) => story.versions)

t.test('each story ends as it says', async (t) => {
  const outcomes = versions.map(({ id, play }) => [
    id,
    play().map(({ evaluation }) => [evaluation.outcome, firstFailure(evaluation.steps)?.reason ?? ''].join(' ').trim()),
  ])
  t.strictSame(Object.fromEntries(outcomes), OUTCOMES)
  for (const { id, play } of versions) t.strictSame(play(), play(), `${id} starts anew each time`)
})

t.test('each story is a link', async (t) => {
  for (const { id } of versions) {
    t.equal(encodeState({ view: 'stories', story: id }), `stories.${id}`)
    t.equal(decodeState(`stories.${id}`).state.story, id)
    t.equal(findStory(id)?.version.id, id)
  }
  t.equal(findStory('nothing'), undefined)
  t.equal(findStory(''), undefined)
})

t.test('each story has its words', async (t) => {
  for (const { name } of STORIES) {
    for (const text of Object.values(PLAYGROUND_STORIES.texts[name])) t.match(text, /^[A-Z].*[\w.]$/, name)
  }
})

t.test('the conversions are what the stories say', async (t) => {
  const convert = (id: string) => {
    const { from, to, text } = { from: '', to: '', text: '', ...findStory(id)?.version.next?.convert }
    return convertText(from, to, text)
  }
  t.match(convert('fastapi'), { kind: 'converted' })
  t.match(convert('fastapi-any-origin'), { kind: 'refused', problems: [{ code: 'reflects-any-origin' }] })
})
