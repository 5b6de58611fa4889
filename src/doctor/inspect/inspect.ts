import { evaluate } from '../../fetch-model/evaluate.js'
import { parseUrl } from '../../http/parse-url.js'
import { conclude } from '../conclude.js'
import type { Diagnosis } from '../diagnosis.js'
import { DoctorError } from '../doctor-error.js'
import { parseOriginOption } from '../origin-option.js'
import { browserRequest, planRequests } from '../plan.js'
import { redactor } from '../redact.js'
import { type Examined, transcriptOf } from '../transcript.js'
import { TransportError } from '../transport.js'
import { shareableClaim } from './claim-text.js'
import { cleanLines } from './clean.js'
import { parseCommands } from './command.js'
import { type Claim, parseConsole } from './console.js'
import { parseCurlVerbose } from './curl.js'
import { parseDevtools } from './devtools.js'
import { parseHar } from './har.js'
import { parseHeads } from './heads.js'
import { type Question, reconstruct } from './reconstruct.js'
import type { Recorded } from './recorded.js'
import { UNKNOWN_ORIGIN, UNKNOWN_URL, type UnknownCode, unknownOriginFor } from './unknown.js'

/** What is known in addition to the text. */
export interface InspectOptions {
  /** The page's origin, where the text does not say it. A URL is reduced to its origin. */
  readonly origin?: string | undefined
  /** The URL that was requested, where the text does not say it. */
  readonly url?: string | undefined
  /** Whether the page sends cookies. Default: as the text says. */
  readonly credentials?: boolean | undefined
}

/**
 * Finds the cause in what people have when nothing can be probed: a HAR file, what `curl -v` or `curl -i` prints,
 * headers copied from the network panel, or a console message of Chromium, Firefox or Safari. Sends nothing, and runs in
 * a browser too. What the text does not tell is in `unknown`.
 *
 * @throws DoctorError if the text is none of these
 */
export function inspect(text: string, options: InspectOptions = {}): Diagnosis {
  return inspectWithTranscript(text, options).diagnosis
}

/** The same, with what was read and may be shared. */
export function inspectWithTranscript(text: string, options: InspectOptions): Examined {
  const question: Question = {
    origin: options.origin === undefined ? undefined : parseOriginOption(options.origin),
    url: options.url,
    credentials: options.credentials,
  }
  const archive = parseHar(text) ?? []
  if (archive.length > 0) return fromRecords(archive, question)
  const lines = cleanLines(text)
  const records = parseRecords(lines)
  const answered = records.filter(isAnswered)
  const examined = answered.length > 0 ? fromRecords(answered, question) : undefined
  // A message may be about another request than the one that was recorded.
  if (examined?.diagnosis.findings.some(({ severity }) => severity !== 'note')) return examined
  const message = lines.join('\n')
  const claim = parseConsole(message, question.origin ?? UNKNOWN_ORIGIN, question.url ?? UNKNOWN_URL)
  // A page of a record, such as an error, may speak of much.
  if (claim !== undefined && (examined === undefined || !/^(cause-hidden|not-cors)$/.test(claim.item.code))) {
    return { diagnosis: fromClaim(claim, question), transcript: () => shareableClaim(message, claim) }
  }
  if (records.length === 0) throw new DoctorError('record-unreadable', {})
  return examined ?? fromRecords(records, question)
}

function parseRecords(lines: readonly string[]): readonly Recorded[] {
  const commands = parseCommands(lines)
  const verbose = parseCurlVerbose(lines, commands)
  if (verbose !== undefined) return verbose
  const heads = parseHeads(lines, commands)
  const panel = parseDevtools(lines, commands) ?? []
  return [heads, panel].find((records) => records.some(isAnswered)) ?? [...heads, ...panel].slice(0, 1)
}

function isAnswered({ status, failure }: Recorded): boolean {
  return status !== undefined || failure !== undefined
}

function fromRecords(recorded: readonly Recorded[], question: Question): Examined {
  // People edit URLs before they share a record: one that is none is not known.
  const records = recorded
    .map((record) => (parseUrl(record.url ?? '') === undefined ? { ...record, url: undefined } : record))
    .filter(({ url }) => url === undefined || isHttp(url))
  const { facts, passed, unknown } = reconstruct(records, question)
  const secrets = [...facts.settings.url.searchParams.values()]
  const cookies = records
    .flatMap(({ requestHeaders }) => requestHeaders)
    .filter(([name]) => name.toLowerCase() === 'cookie')
  const redact = redactor(passed, [...secrets, ...cookies.map(([, value]) => value)], facts.exchanges)
  const context = { passed, credentials: facts.settings.credentials, redact }
  return {
    diagnosis: conclude(facts, redact, [...unknown, 'others']),
    transcript: (detail) => transcriptOf(facts.exchanges, context, detail),
  }
}

/** The message names one fault, and nothing else is known. */
function fromClaim(claim: Claim, question: Question): Diagnosis {
  const known = claim.url ?? question.url
  const origin = claim.origin ?? question.origin
  // Of a file or a WebSocket, there is nothing to ask for.
  const url = new URL(known !== undefined && isHttp(known) ? known : UNKNOWN_URL)
  const settings = {
    url,
    origin: origin ?? unknownOriginFor(url),
    method: claim.method ?? 'GET',
    headers: [],
    credentials: question.credentials ?? claim.item.code.includes('credentials'),
  }
  const plan = planRequests(settings)
  const request = (claim.during === 'preflight' ? plan.preflight : undefined) ?? plan.actual
  const shown = [{ probe: claim.during, request, failure: new TransportError('connection-failed', claim.says) }]
  const facts = {
    settings,
    plan,
    evaluation: evaluate(browserRequest(settings), []),
    exchanges: shown,
    leftOut: [],
    live: false,
  }
  const unknown: UnknownCode[] = []
  if (known === undefined) unknown.push('url')
  if (origin === undefined) unknown.push('origin')
  unknown.push(claim.hidesStatus ? 'status' : 'others')
  const redact = redactor([], [...(parseUrl(known ?? '')?.searchParams.values() ?? [])], shown)
  const isOwn = claim.item.code === 'cause-hidden' && origin === url.origin
  const item = isOwn ? ({ code: 'cause-hidden', by: 'own-origin' } as const) : claim.item
  const diagnosis = conclude(facts, redact, unknown, [{ item, shown }])
  return known === undefined || isHttp(known) ? diagnosis : { ...diagnosis, url: redact.text(known) }
}

function isHttp(url: string): boolean {
  return /^https?:$/.test(parseUrl(url)?.protocol ?? '')
}
