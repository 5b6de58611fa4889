import { parseUrl } from '../http/parse-url.js'
import { DoctorError } from './doctor-error.js'

/**
 * An origin as a person writes it, as a browser would.
 *
 * @throws DoctorError
 */
export function parseOriginOption(text: string): string {
  if (text === 'null') return text
  const url = parseUrl(text)
  if (url === undefined || url.host === '') throw new DoctorError('origin-invalid', { given: text })
  // Schemes of apps (capacitor:, chrome-extension:) have no origin by the URL standard; browsers write one all the same.
  return url.origin === 'null' ? `${url.protocol}//${url.host}` : url.origin
}
