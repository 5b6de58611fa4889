import { getHeader } from '../../fetch-model/header-list.js'
import type { Command } from './command.js'
import { headerLinesOf, isFieldLine, type Recorded } from './recorded.js'
import { schemeFor } from './scheme.js'

const LABELS = /^(request url|request method|status code|url|method|status|remote address|referrer policy)$/i
const SECTION = /^(general|(response|request) headers)( ?\([^)]*\))?:?$/i
/** What only responses have, and what only requests have. */
const OF_RESPONSES = /^(access-control-(allow|expose|max)-.*|content-type|server|date|vary)$/i
const OF_REQUESTS = /^(origin|host|user-agent|access-control-request-(method|headers))$/i

/**
 * What people select and copy in the network panel: `Request URL: …`, `Status Code: …`, and the headers below
 * `Response Headers` and `Request Headers`. Newer versions put a name and its value on lines of their own.
 *
 * @returns undefined for any other text
 */
export function parseDevtools(raw: readonly string[], commands: readonly Command[]): Recorded[] | undefined {
  const lines = joinPairs(raw.map((line) => line.trim()).filter((line) => line !== ''))
  const label = (pattern: RegExp) => lines.map((line) => pattern.exec(line)?.[1]).find((value) => value !== undefined)
  const url = label(/^(?:request )?url: *(\S+)/i) ?? pseudoUrl(label)
  const status = label(/^status(?: code)?: *(?:● *)?(\d{3})/i)
  const section = (name: RegExp) => {
    const at = lines.findIndex((line) => SECTION.test(line) && name.test(line))
    return at < 0
      ? []
      : headerLinesOf(lines.slice(at + 1).filter((line) => !/^(view source|view parsed|raw)$/i.test(line)))
  }
  const responses = section(/response/i)
  const requestHeaders = section(/request/i)
  const method = label(/^(?:(?:request )?|:)method: *([A-Za-z]+)/i)
  const asked = { method, url, requestHeaders }
  if (status === undefined && responses.length === 0) return bare(lines, asked, commands)
  const responseHeaders = responses.length > 0 ? responses : unnamed(lines, requestHeaders)
  // Without its headers, a response tells something only if its status does.
  if (responseHeaders.length === 0 && !/^[345]/.test(status as string)) return [{ ...asked, responseHeaders }]
  return [{ ...asked, responseHeaders, status: Number(status ?? 200), statusText: '' }]
}

/** RFC 9113 section 8.3.1: where HTTP/2 has the URL. */
function pseudoUrl(label: (pattern: RegExp) => string | undefined): string | undefined {
  const host = label(/^:authority: *(\S+)/)
  return host && `${label(/^:scheme: *(\w+)/) ?? 'https'}://${host}${label(/^:path: *(\S+)/) ?? '/'}`
}

/** Headers below no heading, where those of the request are elsewhere. */
function unnamed(lines: readonly string[], requestHeaders: readonly unknown[]): [string, string][] {
  const fields = requestHeaders.length > 0 ? [] : firstHeaders(lines)
  return fields.some(([name]) => OF_REQUESTS.test(name)) ? [] : fields
}

/** Headers without anything around them, or of a request only. */
function bare(
  lines: readonly string[],
  known: Pick<Recorded, 'url' | 'method' | 'requestHeaders'>,
  [command]: readonly Command[],
): Recorded[] | undefined {
  const fields = firstHeaders(lines)
  const isRequest = known.requestHeaders.length > 0 || fields.some(([name]) => OF_REQUESTS.test(name))
  if (!isRequest && fields.some(([name]) => OF_RESPONSES.test(name))) {
    const asked = command?.request ?? { requestHeaders: [] }
    return [{ ...asked, responseHeaders: fields, status: 200, statusText: '' }]
  }
  const requestHeaders = known.requestHeaders.length > 0 ? known.requestHeaders : fields
  const host = getHeader(requestHeaders, 'host')
  if (known.url === undefined && host === undefined) return undefined
  const url = known.url ?? `${schemeFor(requestHeaders, host as string, undefined)}://${host}/`
  const isAsking = getHeader(requestHeaders, 'access-control-request-method') !== undefined
  return [
    { ...known, method: known.method ?? (isAsking ? 'OPTIONS' : undefined), url, requestHeaders, responseHeaders: [] },
  ]
}

/** The first lines in a row that are headers, and not only words with a colon. */
function firstHeaders(lines: readonly string[]): [string, string][] {
  for (let i = 0; i < lines.length; i++) {
    if (!isFieldLine(lines[i] as string)) continue
    const fields = headerLinesOf(lines, i)
    if (fields.some(([name]) => OF_RESPONSES.test(name) || OF_REQUESTS.test(name))) return fields
    i += fields.length
  }
  return []
}

/** `Request URL` and its value in one line. */
function joinPairs(lines: readonly string[]): string[] {
  const joined: string[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string
    const name = line.replace(/:$/, '')
    const next = lines[i + 1]
    const isFieldName = LABELS.test(name) || (line.endsWith(':') && /^[\w-]+:$/.test(line) && !SECTION.test(line))
    if (isFieldName && next !== undefined && !SECTION.test(next)) {
      joined.push(`${name}: ${next}`)
      i++
    } else {
      joined.push(line)
    }
  }
  return joined
}
