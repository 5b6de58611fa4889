import { parseUrl } from '../../http/parse-url.js'
import type { FindingItem } from '../finding.js'
import type { MessageContext } from './message-items.js'
import { findMessage } from './messages.js'

/** What a console message tells. */
export interface Claim {
  readonly item: FindingItem
  readonly during: 'preflight' | 'actual'
  readonly url?: string | undefined
  readonly origin?: string | undefined
  readonly method?: string | undefined
  /** Whether the message leaves open what the response was. */
  readonly hidesStatus: boolean
  /** The line itself. */
  readonly says: string
}

/** A message has some hundred characters. In a long text, each start of one would be followed to the end of the text. */
const MAX_LENGTH = 50_000
/** Characters before and after the words that name the fault, in which the rest of the message is. */
const BEFORE = 600
const AFTER = 600

const METHODS = 'GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS'
const URL_WORDS = `[Aa]ccess to [\\w ]{1,20} at|[Rr]edirect from|[Ff]ailed to load|cannot load|(?:Font|Image|Script|Media|Stylesheet) from origin|resource at|insecure (?:\\w+ )*(?:\\w+)|mixed active content|Script at|connect to|connection to|uri=|${METHODS}`
const URL_AFTER = new RegExp(`(?:${URL_WORDS}):? ?['"]?((?:https?|file|wss?):\\/\\/[^\\s'"<>]+)`, 'g')
const ANY_URL = /(?:https?|file):\/\/[^\s'"<>]+/g
const NO_URL = /(?:at|cannot load|Failed to load) '?((?:localhost|[\w-]+\.[\w.-]+)(?::\d+)?\/[^\s']*)/
/** An origin, of a browser, an extension or an app. */
const ORIGIN = `'?(null|[a-z][\\w+.-]*:\\/\\/[^\\s'"]+?)\\/?'?`
const ORIGINS = [
  new RegExp(`[Oo]rigin:? ${ORIGIN} (?:is therefore|is not allowed|not found|did not find)`),
  new RegExp(`from origin ${ORIGIN} has been blocked by`),
  new RegExp(`from origin ${ORIGIN}[. ]`),
]
const STATUS =
  /(?:status ?code|code d.état|código de [a-z]{5,7}|codice di stato|код состояния|[状狀]态码|状態コード|狀態碼|ステータスコード|상태 코드|net::ERR_FAILED)\s?[:：]?\s?(\d{3}\b|\(null\))/i

/** @returns undefined for a text that no engine writes about CORS or a request */
export function parseConsole(text: string, origin: string, url: string): Claim | undefined {
  const line = text
    .slice(0, MAX_LENGTH)
    .replace(/[‘’“”«»„「」]/g, "'")
    .replace(/[`\s]+/g, (space) => (/\s/.test(space) ? ' ' : ''))
    .trim()
  const found = findMessage(line, (at, isAfterUrl = false) => contextOf(line, at, isAfterUrl, { origin, url }))
  if (found === undefined) return undefined
  const { item, at, isAfterUrl = false } = found
  const known = { url: urlNear(line, at, isAfterUrl), origin: originNear(line, at) }
  const part = partAt(line, at)
  const during = isOfPreflight(item.code, part) ? 'preflight' : 'actual'
  const method =
    new RegExp(`\\b(${METHODS}) https?:`).exec(part)?.[1] ??
    (item.code === 'method-not-covered' ? item.method : undefined)
  return {
    item,
    during,
    ...known,
    method: /^(?!OPTIONS$)[A-Za-z]+$/.test(method ?? '') ? method : undefined,
    hidesStatus:
      !STATUS.test(part) && /^(allow-origin-missing|preflight-client-error|preflight-redirect)$/.test(item.code),
    says: wordsAround(line, at),
  }
}

interface Passed {
  readonly origin: string
  readonly url: string
}

function contextOf(line: string, at: number, isAfterUrl: boolean, passed: Passed): MessageContext {
  const part = partAt(line, at)
  const status = STATUS.exec(part)?.[1]
  return {
    origin: originNear(line, at) ?? passed.origin,
    url: urlNear(line, at, isAfterUrl) ?? passed.url,
    preflight: PREFLIGHT.test(part),
    status: status === undefined ? undefined : Number(status) || 0,
  }
}

const PREFLIGHT = /preflight|Access-Control-Allow-(Headers|Methods)/i

function isOfPreflight(code: FindingItem['code'], part: string): boolean {
  return code.startsWith('preflight-') || PREFLIGHT.test(part)
}

function partAt(line: string, at: number): string {
  return line.slice(Math.max(0, at - BEFORE), at + AFTER)
}

/** Characters on both sides that a report shows. */
const SHOWN = 200

/** Whole words: a part of a secret in a URL would not be known for one. */
function wordsAround(line: string, at: number): string {
  const start = at <= SHOWN ? 0 : line.indexOf(' ', at - SHOWN) + 1
  const end = line.indexOf(' ', at + SHOWN)
  return `${start === 0 ? '' : '… '}${end < 0 ? line.slice(start) : `${line.slice(start, end)} …`}`
}

/** The last one before the words that name the fault, else the first one after them. */
function urlNear(line: string, at: number, isAfterUrl: boolean): string | undefined {
  const start = Math.max(0, at - BEFORE)
  const part = partAt(line, at)
  const urls = [...part.matchAll(isAfterUrl ? ANY_URL : URL_AFTER)].map((match) => ({
    url: withoutStop(match[1] ?? match[0]),
    at: start + match.index,
  }))
  return (urls.findLast((each) => each.at <= at) ?? urls[0])?.url ?? NO_URL.exec(part)?.[1]
}

/** Where a sentence goes on after the URL. */
function withoutStop(url: string): string {
  let end = url.length
  while (/[.,:;)]/.test(url.charAt(end - 1))) end--
  return url.slice(0, end)
}

function originNear(line: string, at: number): string | undefined {
  const part = partAt(line, at)
  for (const pattern of ORIGINS) {
    const origin = pattern.exec(part)?.[1]
    if (origin !== undefined) return origin
  }
  const page = /page at '(https?:\/\/[^']+)/.exec(part)?.[1]
  return page && parseUrl(page)?.origin
}
