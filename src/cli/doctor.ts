import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { diagnose } from '../doctor/diagnose.js'
import type { Diagnosis } from '../doctor/diagnosis.js'
import { DoctorError } from '../doctor/doctor-error.js'
import type { DiagnoseOptions } from '../doctor/options.js'
import { renderDiagnosis } from '../doctor/render-diagnosis.js'
import { renderDiagnosisHtml } from '../doctor/render-html.js'
import { printable } from '../explain/text-style.js'
import { parseHeader } from './explain.js'
import { type Io, toJson, UsageError, wantsColor } from './io.js'

const OPTIONS = {
  origin: { type: 'string' },
  method: { type: 'string' },
  header: { type: 'string', multiple: true },
  credentials: { type: 'boolean' },
  'send-actual': { type: 'boolean' },
  timeout: { type: 'string' },
  json: { type: 'boolean' },
  html: { type: 'string' },
} as const

/**
 * `cors-policy doctor <url> --origin <origin> …`: what is wrong with a live server.
 *
 * @returns 0 if nothing is, 1 if there are findings worse than a note
 */
export async function doctor(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  const [url, ...more] = positionals
  if (url === undefined || more.length > 0) {
    throw new UsageError('doctor takes one URL: cors-policy doctor <url> --origin <origin>')
  }
  if (values.origin === undefined) throw new UsageError('doctor needs the page: --origin https://app.example.com')
  const diagnosis = await run(url, {
    origin: values.origin,
    method: values.method,
    headers: (values.header ?? []).map(parseHeader),
    credentials: values.credentials,
    sendActual: values['send-actual'],
    timeout: values.timeout === undefined ? undefined : parseSeconds(values.timeout),
  })
  if (values.html !== undefined) await write(values.html, renderDiagnosisHtml(diagnosis), io)
  const color = wantsColor(io.stdout, io.env)
  io.stdout.write(values.json ? toJson(reportData(diagnosis)) : `${renderDiagnosis(diagnosis, { color })}\n`)
  return diagnosis.healthy ? 0 : 1
}

async function run(url: string, options: DiagnoseOptions): Promise<Diagnosis> {
  try {
    return await diagnose(url, options)
  } catch (error) {
    if (error instanceof DoctorError) throw new UsageError(printable(error.message))
    throw error
  }
}

function parseSeconds(text: string): number {
  const milliseconds = Math.round(Number(text) * 1000)
  if (text.trim() !== '' && milliseconds > 0 && milliseconds < 2 ** 31) return milliseconds
  throw new UsageError(`--timeout takes seconds, not ${JSON.stringify(text)}`)
}

async function write(file: string, text: string, io: Io): Promise<void> {
  try {
    await writeFile(resolve(io.cwd, file), text)
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${(error as Error).message}`)
  }
}

/** The evaluation holds the exchanges a second time, secrets of the command line among them. */
function reportData({ evaluation, ...diagnosis }: Diagnosis) {
  const { outcome, steps, response } = evaluation
  return { ...diagnosis, outcome, steps, response: response ?? null }
}
