import type { Diagnosis } from './diagnosis.js'
import type { FindingCode } from './finding.js'
import { inspect } from './inspect/inspect.js'
import type { Detail, Examined } from './transcript.js'

/** What may be sent to others, for `inspect`. */
export interface Shareable {
  /** The best first. Empty if there is nothing to be read. */
  readonly texts: readonly string[]
  /** The finding that these texts do not show, since it takes more than the requests of a page. */
  readonly notShown?: FindingCode
}

/** An error page goes along only where `inspect` would find something else without it. */
const DETAILS: readonly Detail[] = ['headers', 'bodies', 'cors']

export function shareable({ diagnosis, transcript }: Examined): Shareable {
  const texts = [...new Set(DETAILS.map(transcript))].filter((text) => text !== '')
  const cause = causeOf(diagnosis)
  const faithful = texts.filter((text) => causeOf(inspect(text)) === cause)
  const all = { texts: [...new Set([...faithful, ...texts])] }
  return faithful.length > 0 || cause === undefined ? all : { ...all, notShown: cause }
}

/** The first finding that matters. */
function causeOf({ findings }: Diagnosis): FindingCode | undefined {
  return findings.find(({ severity }) => severity !== 'note')?.code
}
