import { diagnoseWithTranscript } from '../doctor/diagnose.js'
import { type Diagnosis, exitCodeOf } from '../doctor/diagnosis.js'
import { DoctorError } from '../doctor/doctor-error.js'
import type { DiagnoseOptions } from '../doctor/options.js'
import { renderDiagnosis } from '../doctor/render-diagnosis.js'
import { renderDiagnosisHtml } from '../doctor/render-html.js'
import type { Examined } from '../doctor/transcript.js'
import { readText, writeText } from './files.js'
import { type Io, toJson, wantsColor } from './io.js'
import { parseCommand } from './parse-command.js'
import { parseHeader } from './parse-header.js'
import { pasteLink } from './paste-link.js'
import { type Linked, linkLines } from './playground-link.js'
import { UsageError } from './usage-error.js'

const OPTIONS = {
  origin: { type: 'string', multiple: true },
  method: { type: 'string' },
  header: { type: 'string', multiple: true },
  read: { type: 'string', multiple: true },
  credentials: { type: 'boolean' },
  cookie: { type: 'string' },
  'send-actual': { type: 'boolean' },
  timeout: { type: 'string' },
  ca: { type: 'string' },
  insecure: { type: 'boolean' },
  'follow-private': { type: 'boolean' },
  json: { type: 'boolean' },
  html: { type: 'string' },
  link: { type: 'boolean' },
} as const

/**
 * `cors-policy doctor <url> --origin <origin> …`: what is wrong with a live server, for one page or for several.
 *
 * @returns 0 healthy, 1 findings, 2 it could not find out; for several pages the highest
 */
export async function doctor(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommand('doctor', args, OPTIONS)
  const [url, ...more] = positionals
  if (url === undefined || more.length > 0) throw new UsageError({ code: 'doctor-urls' })
  const { origin: origins = [], ...rest } = values
  if (origins.length === 0) throw new UsageError({ code: 'origin-missing' })
  const options: Omit<DiagnoseOptions, 'origin'> = {
    method: rest.method,
    headers: (rest.header ?? []).map(parseHeader),
    reads: rest.read,
    credentials: rest.credentials,
    cookie: rest.cookie,
    sendActual: rest['send-actual'],
    timeout: rest.timeout === undefined ? undefined : parseSeconds(rest.timeout),
    ca: rest.ca === undefined ? undefined : await readText(rest.ca, io),
    insecure: rest.insecure,
    followPrivate: rest['follow-private'],
  }
  const examined: Examined[] = []
  for (const origin of origins) examined.push(await asUsage(() => diagnoseWithTranscript(url, { ...options, origin })))
  await report(examined, rest, io)
  return Math.max(...examined.map(({ diagnosis }) => exitCodeOf(diagnosis)))
}

/** How a report is written. */
export interface ReportOptions {
  readonly json?: boolean | undefined
  readonly html?: string | undefined
  readonly link?: boolean | undefined
}

interface Report {
  readonly diagnosis: Diagnosis
  readonly linked: Linked
}

/** Writes diagnoses as people or machines want them. */
export async function report(
  examined: readonly Examined[],
  { json, html, link }: ReportOptions,
  io: Io,
): Promise<void> {
  const diagnoses = examined.map(({ diagnosis }) => diagnosis)
  if (html !== undefined) await writeText(html, renderDiagnosisHtml(diagnoses), io)
  const color = wantsColor(io.stdout, io.env)
  const reports = examined.map(
    (each): Report => ({ diagnosis: each.diagnosis, linked: link === true ? pasteLink(each) : {} }),
  )
  const data = reports.map(({ diagnosis, linked }) => ({ ...reportData(diagnosis), ...linked }))
  const text = reports.map(({ diagnosis, linked }) =>
    [renderDiagnosis(diagnosis, { color }), ...linkLines(linked)].join('\n'),
  )
  io.stdout.write(json === true ? toJson(data.length === 1 ? data[0] : data) : `${text.join('\n\n')}\n`)
}

/** Questions that cannot be asked are the user's to change. */
export async function asUsage<Result>(run: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof DoctorError) throw new UsageError({ code: 'question-invalid', why: error.message })
    throw error
  }
}

function parseSeconds(text: string): number {
  const milliseconds = Math.round(Number(text) * 1000)
  if (text.trim() !== '' && milliseconds > 0 && milliseconds < 2 ** 31) return milliseconds
  throw new UsageError({ code: 'timeout-invalid', value: text })
}

/** The evaluation holds the exchanges a second time. */
function reportData({ evaluation, ...diagnosis }: Diagnosis) {
  const { outcome, steps, response, notes } = evaluation
  return { ...diagnosis, outcome, steps, notes, response: response ?? null }
}
