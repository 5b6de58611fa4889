import { conclude } from './conclude.js'
import type { Diagnosis } from './diagnosis.js'
import { examine } from './examine.js'
import { type DiagnoseOptions, parseSettings } from './options.js'
import { redactor } from './redact.js'

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
  const settings = parseSettings(url, options)
  const facts = await examine(settings)
  const secrets = [settings.cookie ?? '', ...settings.url.searchParams.values()]
  return conclude(facts, redactor(settings.headers, secrets, facts.exchanges))
}
