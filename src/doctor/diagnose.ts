import { toHeaderList } from '../fetch-model/header-list.js'
import { conclude } from './conclude.js'
import type { Diagnosis } from './diagnosis.js'
import { examine } from './examine.js'
import { all } from './facts.js'
import { type DiagnoseOptions, parseSettings } from './options.js'
import { redactor } from './redact.js'
import { type Examined, transcriptOf } from './transcript.js'

/**
 * Asks a live server what browsers ask it, and what they do not, and finds the cause if a page does not get its
 * response. Only GET, HEAD and OPTIONS are sent, one after the other, unless `sendActual` says otherwise. Redirects are
 * followed as a browser would, but not from a public address to a private one. A server that cannot be reached is a
 * finding like any other.
 *
 * @param url absolute, http or https
 * @throws DoctorError if the question cannot be asked
 */
export async function diagnose(url: string, options: DiagnoseOptions): Promise<Diagnosis> {
  return (await diagnoseWithTranscript(url, options)).diagnosis
}

/** The same, with what the browser's own requests and their answers were. */
export async function diagnoseWithTranscript(url: string, options: DiagnoseOptions): Promise<Examined> {
  const settings = parseSettings(url, options)
  const facts = await examine(settings)
  const secrets = [settings.cookie ?? '', ...settings.url.searchParams.values()]
  const redact = redactor(settings.headers, secrets, facts.exchanges)
  const passed = toHeaderList(settings.headers)
  const context = { passed, credentials: settings.credentials, redact }
  const preflight = facts.plan.needsPreflight ? all(facts, 'preflight') : []
  const shown = [...preflight, ...all(facts, 'actual', 'redirect')]
  return {
    diagnosis: conclude(facts, redact),
    transcript: (detail) => transcriptOf(shown, context, detail),
  }
}
