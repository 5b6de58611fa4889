import t from 'tap'
import { toHeaderList } from '../../src/fetch-model/header-list.js'
import {
  isNoCorsSafelistedRequestHeader,
  isSafelistedRequestHeader,
  MAX_SAFELISTED_TOTAL_LENGTH,
  MAX_SAFELISTED_VALUE_LENGTH,
  unsafeRequestHeaderNames,
} from '../../src/fetch-model/safelisted-request-header.js'

/** Everything up to the limit of one value, and one byte more. */
const LONG = 'a'.repeat(MAX_SAFELISTED_VALUE_LENGTH)
const TOO_LONG = `${LONG}a`

t.test('safelisted', async (t) => {
  const rows: [string, string][] = [
    ['accept', '*/*'],
    ['Accept', 'text/html,application/xhtml+xml;q=0.9'],
    ['accept', ''],
    ['accept', 'tab\there'],
    ['accept', '\u0080\u00ff'],
    ['accept', LONG],
    ['accept-language', 'de-CH, de;q=0.9, *;q=0.5'],
    ['ACCEPT-LANGUAGE', ''],
    ['content-language', 'en'],
    ['content-type', 'text/plain'],
    ['content-type', 'text/plain;charset=UTF-8'],
    ['content-type', 'text/plain;'],
    ['content-type', 'text/plain;garbage'],
    ['Content-Type', 'Multipart/Form-Data; boundary=x'],
    ['content-type', 'application/x-www-form-urlencoded'],
    ['range', 'bytes=0-'],
    ['Range', 'bytes=100-200'],
  ]
  for (const [name, value] of rows) t.equal(isSafelistedRequestHeader(name, value), true, `${name}: ${value}`)
})

t.test('not safelisted', async (t) => {
  const rows: [string, string][] = [
    ['accept', TOO_LONG],
    ['accept-language', TOO_LONG],
    ['accept-language', '\u0001'],
    ['accept-language', '@'],
    ['accept-language', 'en_US'],
    ['accept-language', 'en\ten'],
    ['content-language', '/'],
    ['authorization', 'Basic x'],
    ['content-type', 'application/json'],
    ['content-type', 'application/csp-report'],
    ['content-type', 'text/html'],
    ['content-type', ''],
    ['content-type', 'text /plain'],
    ['content-type', 'text/plain,text/plain'],
    ['content-type', 'text/plain; charset="utf-8"'],
    ['content-type', 'text/plain;garbage\u0001\u0002'],
    ['content-type', 'text/plain\u000b'],
    ['content-type', 'application/www-form-urlencoded'],
    ['content-type', 'application/x-www-form-urlencoded;\u007f'],
    ['content-type', `text/plain; long=${'0'.repeat(112)}`],
    ['range', 'bytes=-500'],
    ['range', 'bytes 0-'],
    ['x-test', 'hi'],
    ['last-event-id', '1'],
    ['dpr', '2'],
    ['save-data', 'on'],
    ['cookie', 'a=b'],
    ['', ''],
  ]
  for (const [name, value] of rows) t.equal(isSafelistedRequestHeader(name, value), false, `${name}: ${value}`)
})

t.test('exactly the bytes of the standard are unsafe', async (t) => {
  const unsafe: number[] = []
  for (let code = 0; code <= 0xff; code++) {
    if (!isSafelistedRequestHeader('accept', String.fromCharCode(code))) unsafe.push(code)
  }
  const controls = Array.from({ length: 0x20 }, (_, i) => i).filter((code) => code !== 9)
  t.strictSame(unsafe, [
    ...controls,
    ...[0x22, 0x28, 0x29, 0x3a, 0x3c, 0x3e, 0x3f, 0x40, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d, 0x7f],
  ])
})

t.test('Range is not safelisted in no-cors mode', async (t) => {
  t.equal(isNoCorsSafelistedRequestHeader('Accept', '*/*'), true)
  t.equal(isNoCorsSafelistedRequestHeader('content-type', 'application/json'), false)
  t.equal(isNoCorsSafelistedRequestHeader('range', 'bytes=0-'), false)
  t.equal(isNoCorsSafelistedRequestHeader('x-a', ''), false)
})

t.test('unsafe names are lower case, sorted and unique', async (t) => {
  const headers = toHeaderList([
    ['X-B', '1'],
    ['Accept', '*/*'],
    ['x-a', '2'],
    ['X-b', '3'],
    ['Content-Type', 'application/json'],
    ['Content-Type', 'text/plain'],
  ])
  t.strictSame(unsafeRequestHeaderNames(headers), ['content-type', 'x-a', 'x-b'])
  t.strictSame(unsafeRequestHeaderNames([]), [])
})

t.test('no header is safelisted if the values exceed 1024 bytes in all', async (t) => {
  const lines = Array.from({ length: MAX_SAFELISTED_TOTAL_LENGTH / LONG.length }, () => LONG)
  const full = toHeaderList({ accept: lines })
  t.strictSame(unsafeRequestHeaderNames(full), [])
  t.strictSame(unsafeRequestHeaderNames([...full, ['content-language', 'a']]), ['accept', 'content-language'])
  t.strictSame(unsafeRequestHeaderNames([...full, ['x-a', 'counts for nothing']]), ['x-a'])
  t.strictSame(unsafeRequestHeaderNames([...full, ['x-a', '1'], ['range', 'bytes=0-']]), ['accept', 'range', 'x-a'])
})
