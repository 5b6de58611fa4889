import t from 'tap'
import { MAX_XML_LENGTH, parseXml } from '../../src/interop/xml.js'

t.test('elements, text, references, comments, a declaration', async (t) => {
  const leaf = (name: string, text = '') => ({ name, children: [], text })
  const rows: [xml: string, element: object][] = [
    ['<a/>', leaf('a')],
    ['<a></a>', leaf('a')],
    ['<a >x</a >', leaf('a', 'x')],
    [
      '\uFEFF<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<!-- x --> <a>y</a>\n<!-- z -->\n',
      leaf('a', 'y'),
    ],
    ["<?xml version='1.0'?><a xmlns='urn:x'>y</a>", leaf('a', 'y')],
    ['<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;&#10;</a>', leaf('a', '<>&"\'A\u{1F600}\n')],
    ['<a>x<!-- - -->y</a>', leaf('a', 'xy')],
    ['<a>1<b>2</b>3<b/></a>', { name: 'a', text: '13', children: [leaf('b', '2'), leaf('b')] }],
    [
      '<a><b><c>x</c></b></a>',
      { name: 'a', text: '', children: [{ name: 'b', text: '', children: [leaf('c', 'x')] }] },
    ],
  ]
  for (const [xml, element] of rows) t.strictSame(parseXml(xml), element, xml)
})

t.test('nothing else', async (t) => {
  const rows: [xml: string, message: RegExp][] = [
    ['', /no element/],
    ['x', /no element/],
    [' <?xml version="1.0"?><a/>', /no element/],
    ['<!DOCTYPE a><a/>', /no element/],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', /no element/],
    ['<a>&x;</a>', /no element/],
    ['<a>&</a>', /no element/],
    ['<a>&#0;</a>', /character 0, which is none/],
    ['<a>&#xD800;</a>', /which is none/],
    ['<a>&#x110000;</a>', /which is none/],
    ['<a><![CDATA[x]]></a>', /no element/],
    ['<a><?php x ?></a>', /no element/],
    ['<a', /no element/],
    ['<a>', /no element/],
    ['<a></b>', /closes b where a is open/],
    ['<a><b></a></b>', /closes a where b is open/],
    ['<a/><b/>', /behind its root/],
    ['<a/>x', /behind its root/],
    ['<a x="1"/>', /no element/],
    ['<a xmlns="<"/>', /no element/],
    ['<a><b xmlns="x"/></a>', /attribute/],
    ['<a><!-- -- --></a>', /no element/],
    ['<a><b><c><d/></c></b></a>', /elements in elements/],
    [`<a>${'x'.repeat(MAX_XML_LENGTH)}</a>`, /more than 65536/],
  ]
  for (const [xml, message] of rows) t.throws(() => parseXml(xml), { message }, xml.slice(0, 50))
})

// Were the time quadratic, the test's own limit would end it.
t.test('hostile texts of the greatest length are read to the end', async (t) => {
  const size = MAX_XML_LENGTH - 100
  for (const part of ['<a>', '<!--', '<!-- -', '&#', ' ', '<a xmlns="', '</']) {
    t.throws(() => parseXml(part.repeat(Math.floor(size / part.length))), part)
  }
})
