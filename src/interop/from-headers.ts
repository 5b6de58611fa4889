import { anyHeader, ConfigBuilder, type ImportOptions, type SourceEntry } from './config-builder.js'
import { ConversionReport } from './conversion-report.js'
import { comparedOrigins } from './header-origins.js'
import { countDifferentPlaces } from './header-places.js'
import { type HeaderValue, readHeaderText, withoutComments } from './header-text.js'
import { namingPrograms } from './import-document.js'
import type { Imported } from './note.js'
import { openHeaders } from './open-source.js'
import { dropLiteralWildcard, effectiveCredentials, regexEntries } from './origin-entries.js'
import { testsOrigin } from './origin-tests.js'
import { splitNames } from './source-options.js'

const SOURCE = 'headers'
/** The request's own Origin in the configuration of a server. Another variable may be set in a file that is not here. */
const REFLECTED = /^(?:\$\{?http_origin\}?|%\{HTTP_ORIGIN\}e?|%\{Origin\}i)$/i
/** The same in a program. */
const SENT_BACK = /\bheaders?\b.*origin|HTTP_ORIGIN|\bget\w*\(\s*['"]origin|\breq\.f?hdr\(\s*(?:origin|\d)/i
/** The names that a preflight asks for, which the response then allows. */
const ECHO = /access[-_]control[-_]request[-_]headers/i
/** Something else fills in what is sent. */
const FILLED = /^[$%]|[{<]/

/**
 * Converts response headers as they are set by hand: in source code, in nginx, Apache, Caddy or Next.js, or as a response
 * has them.
 *
 * @param document the text, or headers as an object or as a list of `{ key, value }`
 * @throws CorsConversionError with every problem, under the names of the headers
 */
export function fromHeaders(document: unknown, options: ImportOptions = {}): Imported {
  return namingPrograms(document, () => importHeaders(document, options))
}

function importHeaders(document: unknown, options: ImportOptions): Imported {
  const source = openHeaders(document)
  const values = readHeaderText(source.text)
  const builder = new ConfigBuilder(
    new ConversionReport(source.at(new Map(values.map(({ field, offset }) => [pathOf(field), offset])))),
    options,
  )
  if (values.length === 0) {
    builder.refuse({ code: 'nothing-found', dialect: SOURCE, known: [pathOf('allow-origin')] }, '', undefined)
    return builder.finish()
  }
  const places = countDifferentPlaces(withoutComments(source.text), values)
  if (places > 1) builder.refuse({ code: 'paths-differ', count: places }, '', undefined)
  else new HeaderReader(source.text, values, builder).read()
  return builder.finish()
}

function pathOf(field: string): string {
  return `access-control-${field}`.replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase())
}

class HeaderReader {
  readonly #text: string
  readonly #values: readonly HeaderValue[]
  readonly #builder: ConfigBuilder

  constructor(text: string, values: readonly HeaderValue[], builder: ConfigBuilder) {
    this.#text = text
    this.#values = values
    this.#builder = builder
  }

  read(): void {
    const builder = this.#builder
    const wanted = this.#one('allow-credentials') === 'true'
    const origins = this.#origins(wanted)
    const credentials = effectiveCredentials(wanted, origins, pathOf('allow-credentials'), builder)
    const names = (field: string, option: 'methods' | 'headers' | 'exposeHeaders') =>
      dropLiteralWildcard(splitNames(this.#one(field) ?? '', pathOf(field)), option, credentials, builder)
    builder.setOrigins(origins, pathOf('allow-origin'))
    builder.setMethods(names('allow-methods', 'methods'), pathOf('allow-methods'), false)
    const isEcho = this.#texts('allow-headers').some((text) => ECHO.test(text))
    const headers = isEcho ? anyHeader(credentials, pathOf('allow-headers')) : names('allow-headers', 'headers')
    builder.setHeaders(headers, pathOf('allow-headers'))
    builder.setExposed(names('expose-headers', 'exposeHeaders'), pathOf('expose-headers'))
    if (credentials) builder.set('credentials', true, pathOf('allow-credentials'))
    const maxAge = this.#one('max-age')
    builder.setMaxAge(maxAge === undefined ? undefined : Number(maxAge), pathOf('max-age'))
  }

  /** The value of a field. Undefined, and a problem, if it is computed, or set to different values. */
  #one(field: string): string | undefined {
    const values = this.#values.filter((value) => value.field === field)
    const path = pathOf(field)
    const computed = values.find(({ literal = '$' }) => FILLED.test(literal))
    const texts = [...new Set(values.map(({ literal }) => literal))]
    if (computed !== undefined) {
      const { expression } = computed
      this.#builder.refuse({ code: 'computed-value', expression, option: field }, path, expression)
    } else if (texts.length > 1) {
      this.#builder.refuse({ code: 'options-conflict', names: texts.map((text) => `'${text}'`) }, path, texts)
    } else {
      return texts[0]
    }
    return undefined
  }

  /** The different texts of a field. */
  #texts(wanted: string): readonly string[] {
    const values = this.#values.filter(({ field }) => field === wanted)
    return [...new Set(values.map(({ literal, expression }) => literal ?? expression))]
  }

  #origins(credentials: boolean): readonly SourceEntry[] {
    const path = pathOf('allow-origin')
    const texts = this.#texts('allow-origin')
    const fixed = texts.length === 1 ? this.#values.find(({ field }) => field === 'allow-origin')?.literal : undefined
    if (fixed !== undefined && !FILLED.test(fixed)) return this.#fixed(fixed, path)
    const literals = texts.filter((text) => text === '*' || /^[a-z][a-z0-9+.-]*:\/\/[^\s"'`{]+$/.test(text))
    const [variable, ...others] = texts.filter((text) => !literals.includes(text))
    if (variable === undefined || others.length > 0) {
      if (texts.length > 0)
        this.#builder.refuse({ code: 'options-conflict', names: texts.map((text) => `'${text}'`) }, path, texts)
      return []
    }
    const compared = literals.length > 0 ? undefined : this.#compared(variable, path)
    return compared ?? this.#reflected(variable, path, credentials || literals.length > 0)
  }

  #fixed(text: string, path: string): readonly SourceEntry[] {
    if (text !== '*' || !this.#testsOrigin) return this.#builder.exactOrigins([{ text, path }], SOURCE)
    this.#builder.refuse({ code: 'conditional-wildcard' }, path, text)
    return []
  }

  get #testsOrigin(): boolean {
    return testsOrigin(withoutComments(this.#text))
  }

  #compared(variable: string, path: string): readonly SourceEntry[] | undefined {
    return comparedOrigins(this.#text, variable)?.flatMap(({ text, regex, flags }) => {
      if (regex) return regexEntries(text, path, 'part', this.#builder, { flags })
      // No browser sends it as its origin: https://fetch.spec.whatwg.org/#origin-header.
      if (text === '*') this.#builder.refuse({ code: 'wildcard-in-list', source: SOURCE }, path, text)
      return text === '*' ? [] : this.#builder.exactOrigins([{ text, path }], SOURCE)
    })
  }

  /** Every origin is allowed, or an unknown one. @param strict whether it cannot be said with `*` */
  #reflected(variable: string, path: string, strict: boolean): readonly SourceEntry[] {
    const isReflected = REFLECTED.test(variable)
    // What is compared, and not read, may be what narrows.
    const isOpen = !this.#testsOrigin
    // Without credentials a server that compares nothing says what `*` says.
    if (isReflected && isOpen && !strict) return [{ text: '*', path }]
    if (isReflected ? isOpen : this.#isSentBack(variable)) {
      this.#builder.refuse({ code: 'dynamic-origin', expression: variable }, path, variable)
    } else {
      this.#builder.refuse({ code: 'computed-value', expression: variable, option: 'origins' }, path, variable)
    }
    return []
  }

  /** Whether it is the request's own Origin, or a name that is set to it, and nothing compares it. */
  #isSentBack(variable: string): boolean {
    if (this.#testsOrigin) return false
    if (SENT_BACK.test(variable)) return true
    if (!/^\$?\w+$/.test(variable)) return false
    const name = variable.replace('$', '\\$')
    const set = new RegExp(`(?<![\\w$])${name}\\b[^=\\n]{0,40}=([^\\n]{0,80})`).exec(withoutComments(this.#text))?.[1]
    return set !== undefined && SENT_BACK.test(`${set}.origin`) && !/\benv\b/.test(set)
  }
}
