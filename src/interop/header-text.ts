/** What a text says about one response field. */
export interface HeaderValue {
  /** In lower case, without `access-control-`. */
  readonly field: string
  readonly offset: number
  /** What is sent, if the text says so. */
  readonly literal: string | undefined
  /** What it is computed from, as the text has it. */
  readonly expression: string
}

const FIELD = /access-control-(allow-origin|allow-credentials|allow-methods|allow-headers|expose-headers|max-age)\b/gi
/** In front of a field that is taken away, read or compared, and not set. */
const NOT_SET = /(?:hide_header|clear_headers?|\b(?:unset|remove|delete|del|get|has)\w*|!==?|===?)\W*$/i
/** After one that is compared. */
const COMPARED = /^['"`]?\s*\]?\s*(?:===?|!==?)/
/** What may be between a name and its value: `': '`, `', '`, `'] = '`, `', value: '`, `" value="`. */
const SEPARATOR = /^['"`]?\s*\]?\s*(?:,|=>|:|=)?\s*(?:\{\s*)?(?:['"]?value['"]?\s*[:=]\s*)?/
const QUOTED = /^(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`)/
const BARE = /^(?:\[[^\]]*\](?:\.\w+\([^)]*\))?|[$%]\{\w+\}\w?|%\[[^\]\n]*\]|[\w$.]+\([^)\n]*\)|[^\s;)}\]]+)/
/** A word that is a value in nginx, Apache, Caddy or HTTP itself; any other is a variable. */
const VALUE = /^(?:\*|-?\d+|true|false|[a-z][a-z0-9+.-]*:\/\/\S*|[$%]\S+)$/i
const NAMES = /^[A-Za-z][\w-]*(?:,[A-Za-z][\w-]*)*$/
/** In characters. No value is longer, and a line may have a name in every word. */
const MAX_SETTING = 4000
const METHODS = /^[A-Z]+(?:,[A-Z]+)*$/

/** Every place of a text that sets one of the fields: source code, configurations of servers, or the headers themselves. */
export function readHeaderText(text: string): readonly HeaderValue[] {
  const code = withoutComments(text)
  return [...code.matchAll(FIELD)].flatMap((found) => {
    const before = code.slice(Math.max(found.index - 40, 0), found.index)
    if (NOT_SET.test(before)) return []
    const field = (found[1] as string).toLowerCase()
    const end = found.index + found[0].length
    const after = code.slice(end, end + MAX_SETTING)
    if (COMPARED.test(after) || isListed(before, after)) return []
    const setting = readSetting(field, before, after)
    // Only the name: in a list of names, or at the end.
    return setting.expression === '' ? [] : [{ field, offset: found.index, ...setting }]
  })
}

/** Whether the name is one of several, as headers that scripts may send: `'Accept, Access-Control-Allow-Origin'`. */
function isListed(before: string, after: string): boolean {
  if (/^\s*,/.test(after)) return true
  if (/,\s*$/.test(before)) return !/^\s*[:=]/.test(after)
  return /,\s*["'`]$/.test(before) && /^["'`]\s*[,\]]/.test(after)
}

/** Of the same length, so that offsets stay. */
export function withoutComments(text: string): string {
  return text.replace(/^[^\S\n]*(?:#|\/\/|<!--).*$/gm, (line) => ' '.repeat(line.length))
}

function readSetting(field: string, before: string, after: string): Pick<HeaderValue, 'literal' | 'expression'> {
  const quote = /["'`]$/.exec(before)?.[0]
  if (after.startsWith(':')) return lineValue(after.slice(1), quote)
  const rest = after.slice((SEPARATOR.exec(after) as RegExpExecArray)[0].length)
  const quoted = QUOTED.exec(rest)
  if (quoted !== null) {
    const text = inside(quoted).trim()
    const isWhole = !/^\s*(?:\+|\|\||\?|%|\.)/.test(rest.slice(quoted[0].length)) && !text.includes('${')
    return { literal: isWhole ? text : undefined, expression: quoted[0] }
  }
  const [bare = ''] = BARE.exec(rest) ?? []
  const expression = bare.replace(/,$/, '')
  if (expression.startsWith('[')) return { literal: listOf(expression), expression }
  // In a program the name is in quotes, and a word after it is a variable.
  const isNames = quote === undefined && field.endsWith('s') && NAMES.test(expression)
  const isLiteral = VALUE.test(expression) || isNames || (field === 'allow-methods' && METHODS.test(expression))
  return { literal: isLiteral ? expression : undefined, expression }
}

/** What is between the quotes, of whatever kind. */
function inside([, ...texts]: RegExpExecArray): string {
  return texts.join('')
}

/** `Name: value`, up to the quote that closes both, or the end of the line. */
function lineValue(after: string, quote: string | undefined): Pick<HeaderValue, 'literal' | 'expression'> {
  const end = quote === undefined ? after.search(/[\r\n]|$/) : after.indexOf(quote)
  const text = unescaped(after.slice(0, end < 0 ? undefined : end).trim())
  // 'Name: ' . $origin
  const [, more] = (quote !== undefined && /^\s*[.+]\s*([^\s;)]+)/.exec(after.slice(end + 1))) || []
  if (more !== undefined) return { literal: undefined, expression: `${text}${more}` }
  // { Access-Control-Allow-Origin: 'x' } is a value of its own.
  const inner = quote === undefined ? QUOTED.exec(text) : null
  const literal = inner === null ? text.replace(/;$/, '') : inside(inner)
  return { literal: /\$\{|\{\$|"/.test(literal) ? undefined : literal, expression: text }
}

/** HAProxy ends a value at a space, and those within have a backslash. */
function unescaped(text: string): string {
  return text.startsWith('\\ ')
    ? text
        .replace(/(?<!\\)\s.*/, '')
        .replaceAll('\\ ', ' ')
        .trim()
    : text
}

/** `['GET', 'PUT'].join(', ')`. */
function listOf(expression: string): string | undefined {
  const names = [...expression.matchAll(/["'`]([^"'`]*)["'`]/g)].map(([, name]) => name)
  return /^\[\s*(?:["'`][^"'`]*["'`]\s*,?\s*)*\]/.test(expression) ? names.slice(0).join(', ') : undefined
}
