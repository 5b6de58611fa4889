import { isExactOrigin, parseOrigin } from '../config/origin-pattern.js'
import { wildcardLength } from './pattern-regex.js'
import { DIGITS, hasAll, LABEL, literal, MAX_LABEL, type TextAtom } from './regex-language.js'

/** Why a sequence is neither an origin nor a pattern. */
export type HostFault =
  | 'everything'
  | 'no-scheme'
  | 'bare-dot'
  | 'no-dot'
  | 'one-label'
  | 'narrow'
  | 'open-end'
  | 'port-digits'
  | 'no-pattern'

/** The origin or pattern of one sequence, without `:*`. */
export interface HostReading {
  readonly patterns: readonly string[]
  readonly anyPort: boolean
  /** It matches across dots too, or nothing in the place of the wildcard. */
  readonly narrowed: boolean
}

export interface HostRefusal {
  readonly fault: HostFault
  /** What was probably meant. */
  readonly suggestions: readonly string[]
}

/** Pieces of a sequence: literal text between what is none. */
type Piece = string | TextAtom

const NOTHING: HostReading = { patterns: [], anyPort: false, narrowed: false }

/** @returns no patterns where no origin matches */
export function readHost(sequence: readonly TextAtom[]): HostReading | HostRefusal {
  if (sequence.some(isBareDot)) {
    const dotted = sequence.map((atom) => (isBareDot(atom) ? { ...atom, set: '.', loose: false } : atom))
    return refuse('bare-dot', suggestionsOf(readHost(dotted)))
  }
  const pieces = piecesOf(sequence)
  if (pieces === undefined) return NOTHING
  const [first = '', ...rest] = pieces
  if (isAny(first) && rest.length === 0) return refuse('everything')
  const [, scheme, start] = (typeof first === 'string' && /^([a-z][a-z0-9+.-]*:\/\/)(.*)$/s.exec(first)) || []
  if (scheme === undefined || start === undefined) return refuse('no-scheme', guessScheme(pieces))
  const after = start === '' ? rest : [start, ...rest]
  // Past the scheme no origin has a slash.
  if (after.some((piece) => typeof piece === 'string' && piece.includes('/'))) return NOTHING
  return readAfterScheme(scheme, after)
}

function readAfterScheme(scheme: string, pieces: readonly Piece[]): HostReading | HostRefusal {
  const port = pieces.at(-1)
  const before = pieces.at(-2)
  if (typeof port === 'object' && port.kind === 'run' && typeof before === 'string' && before.endsWith(':')) {
    // No origin has two ports.
    if (/:\d+:$/.test(before)) return NOTHING
    const host = readPieces(scheme, [...pieces.slice(0, -2), before.slice(0, -1)].filter(isPresent))
    if ('fault' in host) return refuse(host.fault, withAnyPort(host.suggestions))
    if (!hasAll(port.set, DIGITS) || port.min > 1 || port.max < 5)
      return refuse('port-digits', withAnyPort(host.patterns))
    return { ...host, anyPort: true }
  }
  return readPieces(scheme, pieces)
}

function readPieces(scheme: string, pieces: readonly Piece[]): HostReading | HostRefusal {
  const wildcards = pieces.filter((piece) => typeof piece === 'object')
  if (wildcards.length === 0) {
    const text = `${scheme}${pieces.join('')}`
    return isExactOrigin(text) ? found([text]) : NOTHING
  }
  const range = readRange(scheme, pieces)
  if (range !== undefined) return range
  const [wildcard, ...more] = wildcards
  if (wildcard === undefined || more.length > 0) return refuse('no-pattern')
  const at = pieces.indexOf(wildcard)
  return readWildcard(scheme, pieces.slice(0, at).join(''), wildcard, pieces.slice(at + 1).join(''))
}

function readWildcard(scheme: string, prefix: string, wildcard: TextAtom, suffix: string): HostReading | HostRefusal {
  const below = suffix.startsWith('.') ? suffix.slice(1) : suffix
  const subdomains = [`${scheme}*.${below}`].filter(isPattern)
  if (wildcard.kind === 'labels') {
    if (prefix !== '' || subdomains.length === 0) return refuse('no-pattern')
    const patterns = wildcard.min === 0 ? [`${scheme}${suffix}`, ...subdomains] : subdomains
    return wildcard.full ? found(patterns) : refuse('narrow', patterns)
  }
  const crossesDots = wildcard.set.includes('.')
  const full = hasAll(wildcard.set, LABEL) && wildcard.min <= 1
  if (suffix === '' || suffix.startsWith(':')) {
    if (prefix === '' && crossesDots) return refuse('everything')
    return refuse('open-end', [`${scheme}${prefix}${suffix}`].filter(isExactOrigin))
  }
  if (prefix === '' && suffix.startsWith('.')) {
    if (subdomains.length === 0) return refuse('no-pattern')
    if (!full || wildcard.max < MAX_LABEL) return refuse('narrow', subdomains)
    return crossesDots ? found(subdomains) : refuse('one-label', subdomains)
  }
  if (prefix === '' && !suffix.startsWith('-')) {
    return refuse('no-dot', [`${scheme}${suffix}`, ...subdomains].filter(isPattern))
  }
  return readLabel(`${scheme}${prefix}`, prefix, wildcard, suffix, full, crossesDots)
}

/** `pr-*.example.com`: a wildcard within the leftmost label. */
function readLabel(
  start: string,
  prefix: string,
  { min, max }: { readonly min: number; readonly max: number },
  suffix: string,
  full: boolean,
  crossesDots: boolean,
): HostReading | HostRefusal {
  const pattern = `${start}*${suffix}`
  if (parseOrigin(pattern)?.host.kind !== 'label') return refuse('no-pattern')
  const most = wildcardLength(prefix, suffix.slice(0, suffix.indexOf('.')))
  if (!full || max < most) return refuse('narrow', [pattern])
  return { ...found([pattern]), narrowed: crossesDots || min === 0 }
}

/** `192.168.\d+.\d+`: an address of which the last octets may be any. */
function readRange(scheme: string, pieces: readonly Piece[]): HostReading | HostRefusal | undefined {
  const first = pieces[0]
  if (typeof first !== 'string' || !/^\d{1,3}\./.test(first)) return undefined
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : '*')).join('')
  const [, host = '', port = ''] = /^([\d.*]+)(:\d+)?$/.exec(text) ?? []
  const octets = host.split('.')
  const fixed = octets.indexOf('*')
  if (fixed < 1 || octets.slice(fixed).some((octet) => octet !== '*')) return undefined
  const known = octets.slice(0, fixed)
  const address = [...known, '0', '0', '0'].slice(0, 4).join('.')
  const range = [`${scheme}${address}/${fixed * 8}${port}`].filter(isPattern)
  if (range.length === 0) return undefined
  const wildcards = pieces.filter((piece) => typeof piece === 'object')
  if (octets.length === 4 && wildcards.every(isOctet)) return found(range)
  return refuse(wildcards.every(isDigits) ? 'narrow' : 'open-end', range)
}

function isDigits(atom: TextAtom): boolean {
  return atom.kind === 'run' && atom.set === DIGITS
}

function isOctet(atom: TextAtom): boolean {
  return isDigits(atom) && atom.kind === 'run' && atom.min <= 1 && atom.max >= 3
}

/** A text such as `localhost:3000`, with the scheme that it is mostly used with. */
function guessScheme(pieces: readonly Piece[]): readonly string[] {
  const [first = '', ...rest] = pieces
  const text = pieces.every((piece) => typeof piece === 'string') ? pieces.join('') : undefined
  if (text === undefined) {
    // `.*\.example\.com`
    return isAny(first) ? guessScheme(rest) : []
  }
  const scheme = /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(text) ? 'http' : 'https'
  const host = text.replace(/^:?\/\//, '').replace(/^\./, '')
  const exact = text.startsWith('.') || scheme === 'http' ? [] : [`https://*.${host}`]
  return [...(text.startsWith('.') ? [`https://*.${host}`] : [`${scheme}://${host}`]), ...exact].filter(isPattern)
}

/** Literals joined. A run of slashes is none, or nothing that an origin has. Undefined if no origin can match. */
function piecesOf(sequence: readonly TextAtom[]): Piece[] | undefined {
  const pieces: Piece[] = []
  for (const atom of sequence) {
    const char = literal(atom)
    const last = pieces.at(-1)
    if (char === undefined) {
      if (atom.kind === 'run' && atom.set === '/') {
        if (atom.min > 0) return undefined
      } else {
        pieces.push(atom)
      }
    } else if (typeof last === 'string') {
      pieces[pieces.length - 1] = last + char
    } else {
      pieces.push(char)
    }
  }
  return pieces
}

function isBareDot(atom: TextAtom): boolean {
  return atom.kind === 'run' && atom.loose && atom.min === 1 && atom.max === 1
}

function isAny(piece: Piece): boolean {
  return typeof piece === 'object' && piece.kind === 'run' && hasAll(piece.set, `${LABEL}.`) && piece.max === Infinity
}

function isPresent(piece: Piece): boolean {
  return piece !== ''
}

function isPattern(text: string): boolean {
  return parseOrigin(text) !== undefined
}

function found(patterns: readonly string[]): HostReading {
  return { ...NOTHING, patterns }
}

function refuse(fault: HostFault, suggestions: readonly string[] = []): HostRefusal {
  return { fault, suggestions }
}

export function withAnyPort(patterns: readonly string[]): readonly string[] {
  return patterns.map((pattern) => `${pattern}:*`)
}

function suggestionsOf(reading: HostReading | HostRefusal): readonly string[] {
  if ('fault' in reading) return reading.suggestions
  return reading.anyPort ? withAnyPort(reading.patterns) : reading.patterns
}
