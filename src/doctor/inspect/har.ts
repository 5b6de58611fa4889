import type { HeaderList } from '../../fetch-model/header-list.js'
import { netFailure } from './failures.js'
import { MAX_FIELDS, type Recorded } from './recorded.js'

/** Entries beyond that are not looked at: a record of a whole day is for other tools. */
const MAX_ENTRIES = 5000

/**
 * The entries of an HTTP archive (http://www.softwareishard.com/blog/har-12-spec/), as Chromium, Firefox and Safari
 * write it.
 *
 * @returns undefined for any other text
 */
export function parseHar(text: string): Recorded[] | undefined {
  if (!text.trimStart().startsWith('{')) return undefined
  const entries = field(field(parseJson(text), 'log'), 'entries')
  return Array.isArray(entries) ? entries.slice(0, MAX_ENTRIES).map(toRecorded) : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function toRecorded(entry: unknown): Recorded {
  const request = field(entry, 'request')
  const response = field(entry, 'response')
  const status = field(response, 'status')
  const answered = typeof status === 'number' && status > 0
  const version = /[\d.]+/.exec(textOf(field(response, 'httpVersion')) ?? '')?.[0]
  // Chromium keeps the reason in a field of its own.
  const error = textOf(field(response, '_error')) ?? textOf(field(response, 'statusText')) ?? ''
  return {
    method: textOf(field(request, 'method')),
    url: textOf(field(request, 'url')),
    requestHeaders: headersOfHar(field(request, 'headers')),
    responseHeaders: headersOfHar(field(response, 'headers')),
    bodyStart: textOf(field(field(response, 'content'), 'text'))?.slice(0, 2000),
    ...(answered
      ? { status, statusText: textOf(field(response, 'statusText')), httpVersion: version }
      : { failure: netFailure(error) }),
  }
}

function headersOfHar(value: unknown): HeaderList {
  if (!Array.isArray(value)) return []
  return value.slice(0, MAX_FIELDS).flatMap((each: unknown) => {
    const name = textOf(field(each, 'name'))
    // The pseudo-fields of HTTP/2.
    if (name === undefined || name.startsWith(':')) return []
    return [[name, textOf(field(each, 'value')) ?? ''] as const]
  })
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
