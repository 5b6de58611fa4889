import { parseUrl } from '../../http/parse-url.js'
import { headerLinesOf, type Recorded } from './recorded.js'

/** A request as somebody typed it, or copied it from the network panel. */
export interface Command {
  /** The index of its first line, and of the first after it. */
  readonly at: number
  readonly end: number
  readonly request: Recorded & { readonly url: string }
}

const START = /(?:^|[\s`$#%>])(curl(?:\.exe)?|https?|xh)\s|^--\d{4}-\d\d-\d\d [\d:]+-- /
const METHOD = /^(-X\w*|--request)$/
/** Options that are followed by a value. */
const TAKES_VALUE =
  /^(-[XHboAewmxDuTFEKcrtyYz]|--(request|header|cookie|output|user-agent|referer|write-out|max-time|proxy|dump-header|user|resolve|connect-to|cacert|cert|key|retry|form|connect-timeout))$/
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
    const isCurl = start[1]?.startsWith('curl') === true
    const request = toRequest(parts.map((part) => part.replace(/[\\^]$/, '')).join(' '), isCurl)
    if (request === undefined) continue
    commands.push({ at: i, end, request })
    i = end - 1
  }
  return commands
}

function toRequest(text: string, isCurl: boolean): Command['request'] | undefined {
  const tokens = tokensOf(text.replace(/\^(["^%&|<>])/g, '$1'))
  const headers: [string, string][] = []
  let method: string | undefined
  let implied = 'GET'
  let url: URL | undefined
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as string
    const next = tokens[i + 1] ?? ''
    const found = urlOf(token)
    if (METHOD.test(token)) method = token.length > 2 && token.startsWith('-X') ? token.slice(2) : next
    else if (/^(-H|--header)$/.test(token)) headers.push(...headerLinesOf([next]))
    else if (/^(-b|--cookie)$/.test(token)) headers.push(['Cookie', next])
    else if (DATA.test(token)) implied = 'POST'
    else if (/^(--head|-[a-zA-Z]*I[a-zA-Z]*)$/.test(token)) implied = 'HEAD'
    else if (found !== undefined) url ??= found
    // HTTPie's way to write a method and a header.
    else if (!isCurl && /^[A-Z]{3,7}$/.test(token)) method = token
    else if (!isCurl) headers.push(...headerLinesOf([token]))
    if (TAKES_VALUE.test(token) || DATA.test(token)) i++
  }
  if (url === undefined) return undefined
  // So that a request without other headers is not one of which the headers are unknown.
  headers.push(['Host', url.host])
  return { method: method ?? implied, url: url.href, requestHeaders: headers, responseHeaders: [] }
}

/** curl assumes http for a host name without a scheme. */
function urlOf(token: string): URL | undefined {
  if (/^https?:\/\//.test(token)) return parseUrl(token)
  return /^(localhost|[\w-]+(\.[\w-]+)+)(:\d+)?(\/|$)/.test(token) ? parseUrl(`http://${token}`) : undefined
}

function tokensOf(text: string): string[] {
  return [...text.matchAll(/\$?'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|[^\s`]+/g)].map(
    ([token, single, double]) => single ?? double ?? token,
  )
}
