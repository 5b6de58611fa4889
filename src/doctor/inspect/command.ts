import { parseUrl } from '../../http/parse-url.js'
import type { Recorded } from './recorded.js'

/** A request as somebody typed it, or copied it from the network panel. */
export interface Command {
  /** The index of its first line, and of the first after it. */
  readonly at: number
  readonly end: number
  readonly request: Recorded
}

const START = /(?:^|[\s`$#%>])(curl(?:\.exe)?|https?|xh)\s|^--\d{4}-\d\d-\d\d [\d:]+-- /
/** Options whose value says nothing about CORS. */
const VALUED =
  /^(-[oAebwmxDuTFEKcrtyYz]|--(output|user-agent|referer|cookie|write-out|max-time|proxy|dump-header|user|resolve|connect-to|cacert|cert|key|retry|form|connect-timeout))$/
const DATA = /^(-d|--data(-\w+)*|--json)$/

/** The `curl` commands in a text, in the shell's or in Windows' quoting. */
export function parseCommands(lines: readonly string[]): Command[] {
  const commands: Command[] = []
  for (let i = 0; i < lines.length; i++) {
    const start = START.exec(lines[i] as string)
    if (start === null) continue
    const parts = [(lines[i] as string).slice(start.index + start[0].length).trim()]
    let end = i + 1
    for (; /[\\^]$/.test(parts.at(-1) as string) && end < lines.length; end++) parts.push((lines[end] as string).trim())
    const request = toRequest(parts.map((part) => part.replace(/[\\^]$/, '')).join(' '))
    if (request === undefined) continue
    commands.push({ at: i, end, request })
    i = end - 1
  }
  return commands
}

function toRequest(text: string): Recorded | undefined {
  const tokens = tokensOf(text.replace(/\^(["^%&|<>])/g, '$1'))
  const headers: [string, string][] = []
  let method: string | undefined
  let implied = 'GET'
  let url: URL | undefined
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as string
    const next = tokens[i + 1] ?? ''
    const joined = /^-X(\w+)$/.exec(token)?.[1]
    if (joined !== undefined) method = joined
    else if (/^(-X|--request)$/.test(token)) method = next
    else if (/^(-H|--header)$/.test(token)) {
      const [, name, value] = /^([\w-]+): ?(.*)$/.exec(next) ?? []
      if (name !== undefined) headers.push([name, value as string])
    } else if (DATA.test(token)) implied = 'POST'
    else if (/^(--head|-[a-zA-Z]*I[a-zA-Z]*)$/.test(token)) implied = 'HEAD'
    if (/^(-X|--request|-H|--header)$/.test(token) || DATA.test(token) || VALUED.test(token)) i++
    else if (url === undefined) {
      url = urlOf(token)
      if (/^[A-Z]{3,7}$/.test(token)) method = token
    } else {
      // HTTPie's way to write a header.
      const [, name, value] = /^([\w-]+):(?![=/])(.+)$/.exec(token) ?? []
      if (name !== undefined) headers.push([name, value as string])
    }
  }
  if (url === undefined) return undefined
  // So that a request without other headers is not one of which the headers are unknown.
  headers.push(['Host', url.host])
  return { method: method ?? implied, url: url.href, requestHeaders: headers, responseHeaders: [] }
}

/** curl takes a host name without a scheme for http. */
function urlOf(token: string): URL | undefined {
  if (/^https?:\/\//.test(token)) return parseUrl(token)
  return /^(localhost|[\w-]+(\.[\w-]+)+)(:\d+)?(\/|$)/.test(token) ? parseUrl(`http://${token}`) : undefined
}

function tokensOf(text: string): string[] {
  return [...text.matchAll(/\$?'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|[^\s`]+/g)].map(
    ([token, single, double]) => single ?? double ?? token,
  )
}
