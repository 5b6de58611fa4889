import fc from 'fast-check'
import type { PlaygroundRequest, PlaygroundState } from '../../src/playground/state.js'
import { anyText } from '../properties/texts.js'

/** Long texts in one field are enough. */
const shortText = anyText.map((text) => text.slice(0, 300))

const name = fc.oneof(fc.constantFrom('content-type', '__proto__', 'constructor', 'toString', '0', ''), shortText)

/** Objects like those that programs write. */
const PLAIN = { noNullPrototype: true }

const headers = fc
  .array(fc.tuple(name, shortText), { maxLength: 4 })
  .map((entries): Record<string, string> => Object.fromEntries(entries))

const request: fc.Arbitrary<PlaygroundRequest> = fc.record(
  {
    origin: shortText,
    url: shortText,
    method: fc.oneof(fc.constant('GET'), shortText),
    headers,
    mode: fc.constantFrom('cors', 'no-cors', 'same-origin', 'navigate', 'websocket'),
    credentials: fc.constantFrom('omit', 'same-origin', 'include'),
    redirect: fc.constantFrom('follow', 'error', 'manual'),
    body: fc.constantFrom(undefined, 'text', 'urlencoded', 'form-data', 'bytes', 'stream'),
    uploadListeners: fc.boolean(),
    destination: fc.constantFrom('', 'image', 'font', 'script', 'style', 'audio', 'video'),
    integrity: fc.boolean(),
    initiator: fc.constantFrom(undefined, 'fetch', 'xhr', 'element', 'eventsource', 'form', 'beacon', 'websocket'),
    embedderPolicy: fc.constantFrom('unsafe-none', 'require-corp', 'credentialless'),
    reads: fc.array(shortText, { maxLength: 3 }),
  },
  PLAIN,
)

/** Any state at all. Most say little, as those of people do. */
export const anyState: fc.Arbitrary<PlaygroundState> = fc.record(
  {
    view: fc.constantFrom('ask', 'paste', 'convert', 'stories'),
    config: fc.oneof(fc.constant(''), shortText),
    request,
    paste: fc.oneof({ weight: 9, arbitrary: shortText }, { weight: 1, arbitrary: anyText }),
    convert: fc.record({ from: shortText, to: shortText, text: shortText }, PLAIN),
    story: fc.oneof(fc.constantFrom('', 'two-layers', 'a-', 'A', '1.2'), shortText),
  },
  PLAIN,
)
