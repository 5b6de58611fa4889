import { EMPTY_STATE, type PlaygroundConversion, type PlaygroundRequest, type PlaygroundState } from './state-shape.js'

/** The values that a field of the request can have. */
type Choices<Field extends keyof PlaygroundRequest> = readonly NonNullable<PlaygroundRequest[Field]>[]

const MODES: Choices<'mode'> = ['cors', 'no-cors', 'same-origin', 'navigate', 'websocket']
const CREDENTIALS: Choices<'credentials'> = ['omit', 'same-origin', 'include']
const REDIRECTS: Choices<'redirect'> = ['follow', 'error', 'manual']
const BODIES: Choices<'body'> = ['text', 'urlencoded', 'form-data', 'bytes', 'stream']
const DESTINATIONS: Choices<'destination'> = ['', 'image', 'font', 'script', 'style', 'audio', 'video']
const INITIATORS: Choices<'initiator'> = ['fetch', 'xhr', 'element', 'eventsource', 'form', 'beacon', 'websocket']
const EMBEDDER_POLICIES: Choices<'embedderPolicy'> = ['unsafe-none', 'require-corp', 'credentialless']

type Parse<Value> = (value: unknown) => Value | undefined

/** Reads own fields of a value that anybody may have written. */
interface Reader {
  /** @returns the fallback if the field is missing or does not fit */
  read<Value>(name: string, parse: Parse<Value>, fallback: Value): Value
  inner(name: string): Reader
}

/** A link says which view it opens; all else is in its payload. */
export type Payload = Omit<PlaygroundState, 'view'>

/** @param misfits gets the paths of the fields that do not fit: those have the values of {@link EMPTY_STATE} */
export function readPayload(value: unknown, misfits: string[]): Payload {
  const reader = readerOf(value, '', misfits)
  return {
    config: reader.read('config', text, EMPTY_STATE.config),
    request: readRequest(reader.inner('request')),
    paste: reader.read('paste', text, EMPTY_STATE.paste),
    convert: readConversion(reader.inner('convert')),
    story: reader.read('story', text, EMPTY_STATE.story),
  }
}

function readRequest({ read }: Reader): PlaygroundRequest {
  const base = EMPTY_STATE.request
  return {
    origin: read('origin', text, base.origin),
    url: read('url', text, base.url),
    method: read('method', text, base.method),
    headers: read('headers', texts, base.headers),
    mode: read('mode', oneOf(MODES), base.mode),
    credentials: read('credentials', oneOf(CREDENTIALS), base.credentials),
    redirect: read('redirect', oneOf(REDIRECTS), base.redirect),
    body: read('body', oneOf(BODIES), base.body),
    uploadListeners: read('uploadListeners', flag, base.uploadListeners),
    destination: read('destination', oneOf(DESTINATIONS), base.destination),
    integrity: read('integrity', flag, base.integrity),
    initiator: read('initiator', oneOf(INITIATORS), base.initiator),
    embedderPolicy: read('embedderPolicy', oneOf(EMBEDDER_POLICIES), base.embedderPolicy),
    reads: read('reads', textList, base.reads),
  }
}

function readConversion({ read }: Reader): PlaygroundConversion {
  const base = EMPTY_STATE.convert
  return { from: read('from', text, base.from), to: read('to', text, base.to), text: read('text', text, base.text) }
}

function readerOf(value: unknown, path: string, misfits: string[]): Reader {
  return {
    read(name, parse, fallback) {
      const field = own(value, name)
      if (field === undefined) return fallback
      const parsed = parse(field)
      if (parsed === undefined) misfits.push(`${path}${name}`)
      return parsed ?? fallback
    },
    inner(name) {
      const field = own(value, name)
      if (field !== undefined && !isRecord(field)) misfits.push(`${path}${name}`)
      return readerOf(field, `${path}${name}.`, misfits)
    },
  }
}

/** A field of the value itself: `__proto__` and `constructor` are names like any other. */
export function own(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function textList(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

function texts(value: unknown): Readonly<Record<string, string>> | undefined {
  if (!isRecord(value)) return undefined
  const entries = Object.entries(value).flatMap(([name, each]) => (typeof each === 'string' ? [[name, each]] : []))
  return entries.length === Object.keys(value).length ? Object.fromEntries(entries) : undefined
}

function oneOf<Choice extends string>(choices: readonly Choice[]): Parse<Choice> {
  return (value) => choices.find((choice) => choice === value)
}
