import t from 'tap'
import { editDistance, nearestOf } from '../../src/text/nearest.js'

t.test('the name that was meant', async (t) => {
  const names = ['check', 'explain', 'doctor', 'inspect', 'convert'] as const
  const rows: [text: string, name: string | undefined][] = [
    ['chek', 'check'],
    ['explian', 'explain'],
    ['docter', 'doctor'],
    ['inspect', 'inspect'],
    ['convrt', 'convert'],
    ['zap', undefined],
    ['', undefined],
    ['x'.repeat(100_000), undefined],
  ]
  for (const [text, name] of rows) t.equal(nearestOf(text, names), name, text.slice(0, 20))
  t.equal(nearestOf('ab', ['abc', 'ab', 'abd']), 'ab', 'the nearest of several')
  t.equal(nearestOf('ab', ['abc', 'abd']), 'abc', 'else the first')
})

t.test('the distance', async (t) => {
  t.equal(editDistance('kitten', 'sitting'), 3)
  t.equal(editDistance('', 'abc'), 3)
  t.equal(editDistance('abc', 'abc'), 0)
})
