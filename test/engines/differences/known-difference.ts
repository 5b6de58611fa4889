import type { Place } from '../answers.js'
import type { Case, Lines } from '../case.js'
import type { Engine } from '../drivers/session.js'
import type { Observation, WireRequest } from '../observation.js'

/**
 * One way in which a browser is not as the standard says, as a change to the model's input or output: with it, the
 * prediction has to be exactly what the browser does. Nothing is waved through.
 */
export interface KnownDifference {
  /** Also the name of the fixture that shows it. */
  readonly name: string
  readonly engines: readonly Engine[]
  readonly reason: string
  readonly spec: string
  /** What the browser takes the case for. The same case where the difference plays no part. */
  readonly amend?: (asked: Case) => Case
  /** What the browser makes of what the standard says. */
  readonly adjust?: (predicted: Observation, asked: Case, place: Place) => Observation
  /**
   * For what cannot be said in these terms: how many requests are as predicted. Later ones, and what the script sees,
   * are not compared. Undefined where the difference plays no part.
   */
  readonly limit?: (asked: Case, predicted: Observation) => number | undefined
}

/** Changes the value of headers of that name, and only those of which the test says so. @param name in lower case */
export function mapHeader(
  asked: Case,
  name: string,
  isMeant: (value: string) => boolean,
  change: (value: string) => string,
): Case {
  if (!asked.headers.some(([line, value]) => line.toLowerCase() === name && isMeant(value))) return asked
  return {
    ...asked,
    headers: asked.headers.map(([line, value]) =>
      line.toLowerCase() === name && isMeant(value) ? [line, change(value)] : [line, value],
    ),
  }
}

/** The values that the script gives a header, without white space around them. @param name in lower case */
export function linesOf({ headers }: Case, name: string): string[] {
  return headers.filter(([line]) => line.toLowerCase() === name).map(([, value]) => value.trim())
}

/** Such a byte is in no value that is safelisted, whatever the name, and in none that is generated. */
const UNSAFE_MARK = '\x01'

/** Makes a value one that needs a preflight. {@link unmark} gives it back its own one. */
export function markUnsafe(asked: Case, name: string, isMeant: (value: string) => boolean): Case {
  return mapHeader(asked, name, isMeant, (value) => UNSAFE_MARK + value.trim())
}

export function unmark(predicted: Observation, names: readonly string[]): Observation {
  return mapWire(predicted, (request) => {
    const headers = { ...request.headers }
    for (const name of names) {
      const value = headers[name]
      if (typeof value === 'string') headers[name] = value.replaceAll(UNSAFE_MARK, '')
    }
    return { ...request, headers }
  })
}

export function mapWire(
  predicted: Observation,
  change: (request: WireRequest, index: number) => WireRequest,
): Observation {
  return { ...predicted, wire: predicted.wire.map(change) }
}

/** Changes all answers of a case, field line by field line. */
export function mapAnswers(
  asked: Case,
  change: (lines: Lines, hop: number, kind: 'preflight' | 'actual') => Lines,
): Case {
  const hops = asked.hops.map((hop, i) => ({
    ...hop,
    preflight: { ...hop.preflight, headers: change(hop.preflight.headers, i, 'preflight') },
    actual: { ...hop.actual, headers: change(hop.actual.headers, i, 'actual') },
  }))
  return { ...asked, hops }
}

const NO_METHOD: Lines = [['Access-Control-Allow-Methods', 'NONE']]

/** Adds a list of methods, which allows nothing, to the preflights' answers that have none. */
export function withMethods(asked: Case): Case {
  const hasMethods = (lines: Lines) => lines.some(([name]) => name.toLowerCase() === 'access-control-allow-methods')
  return mapAnswers(asked, (lines, _, kind) =>
    kind === 'actual' || hasMethods(lines) ? lines : [...lines, ...NO_METHOD],
  )
}
