import type { Diagnosis } from '../doctor/diagnosis.js'
import { inspect } from '../doctor/inspect/inspect.js'
import type { Detail, Examined } from '../doctor/transcript.js'
import { type Linked, linkTo } from './playground-link.js'

/** An error page goes along only where the page would find something else without it. */
const DETAILS: readonly Detail[] = ['headers', 'bodies', 'cors']

/** A link to the page that shows what `inspect` finds in the preflight, the request and its redirects. */
export function pasteLink({ diagnosis, transcript }: Examined): Linked {
  const texts = [...new Set(DETAILS.map(transcript))].filter((text) => text !== '')
  const cause = causeOf(diagnosis)
  const faithful = texts.filter((text) => causeOf(inspect(text)) === cause)
  const link = linkTo([...faithful, ...texts].map((paste) => ({ view: 'paste', paste })))
  return faithful.length === 0 && link !== null && cause !== undefined ? { link, notShown: cause } : { link }
}

/** The first finding that matters. */
function causeOf({ findings }: Diagnosis): string | undefined {
  return findings.find(({ severity }) => severity !== 'note')?.code
}
