import t from 'tap'
import { preferredLanguage, speak } from '../../src/playground/language.js'
import { FIX_TEXTS } from '../../src/text/fixes.js'

t.test('the first language that the page speaks', async (t) => {
  t.equal(preferredLanguage(['ko-KR', 'en']), 'ko')
  t.equal(preferredLanguage(['en-GB', 'ko']), 'en')
  t.equal(preferredLanguage(['fr', 'KO']), 'ko')
  t.equal(preferredLanguage(['fr', 'korean']), 'en')
  t.equal(preferredLanguage([]), 'en')
})

t.test('sentences are in the language until another is spoken', async (t) => {
  const said = () => FIX_TEXTS['cors-mode']()
  const english = said()
  speak('ko')
  t.match(said(), /[가-힣]/)
  speak('ko')
  t.match(said(), /[가-힣]/)
  speak('en')
  t.equal(said(), english)
})
