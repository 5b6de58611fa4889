import t from 'tap'
import { type Overlay, translate } from '../../src/text/language.js'

const ENGLISH = {
  title: 'Title',
  fault: ({ count }: { readonly count: number }) => `${count} faults`,
  fix: (name: string) => ({ app: `fix ${name}`, nginx: 'add it' }),
  places: { app: 'in the app', cdn: 'in the CDN' },
}

t.test('a translation is laid over the English texts, and taken away again', async (t) => {
  const english = { ...ENGLISH, places: { ...ENGLISH.places } }
  const { places } = english
  const restore = translate(english, { fault: ({ count }) => `오류 ${count}개`, places: { app: '앱에서' } })
  t.equal(english.fault({ count: 2 }), '오류 2개')
  t.equal(english.places, places, 'who holds a part of the texts sees the translation too')
  t.equal(places.app, '앱에서')
  t.equal(english.title, 'Title', 'what is missing stays English')
  t.equal(places.cdn, 'in the CDN')
  restore()
  t.strictSame(english, ENGLISH)
})

t.test('types', async (t) => {
  const overlays: readonly Overlay<typeof ENGLISH>[] = [
    { title: '제목', fix: (name) => ({ app: name, nginx: '' }) },
    // @ts-expect-error there is no such name in English
    { titel: '제목' },
    // @ts-expect-error English has no such data
    { fault: ({ amount }) => `${amount}` },
    // @ts-expect-error English names a fix for nginx as well
    { fix: (name) => ({ app: name }) },
    // @ts-expect-error a sentence, not a function
    { title: () => '제목' },
  ]
  t.equal(overlays.length, 5)
})
