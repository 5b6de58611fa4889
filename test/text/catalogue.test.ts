import t from 'tap'
import { type Catalogue, render } from '../../src/text/catalogue.js'

type Fault = { readonly code: 'too-long'; readonly maximum: number } | { readonly code: 'empty' }

const texts: Catalogue<Fault> = {
  'too-long': ({ maximum }) => `longer than ${maximum} characters`,
  empty: () => 'empty',
}

t.test('each member has its own sentence, made of what it carries', async (t) => {
  t.equal(render(texts, { code: 'too-long', maximum: 3 }), 'longer than 3 characters')
  t.equal(render(texts, { code: 'empty' }), 'empty')
})
