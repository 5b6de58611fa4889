import { changedNames } from './changed-names.js'

/** An origin, or an expression for several, with which the text compares the request's Origin. */
export interface ComparedOrigin {
  readonly text: string
  readonly regex: boolean
  readonly flags: string
}

const VARIABLE_MAP = /\bmap\s+"?\$http_origin"?\s+\$(\w+)\s*\{/g
const IF_MATCHES = /\bif\s*\(\s*\$http_origin\s*(~\*?|=)\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(.*?))\s*\)\s*\{/g
const REFUSES = /\breturn\s+[45]|\bdeny\b|\bset\s+\$\w+\s+(?:""|''|"?0"?)\s*;/
const SET_ENV_IF = /\bSetEnvIf(NoCase)?\s+Origin\s+(?:"((?:[^"\\]|\\.)*)"|(\S+))\s+(\w+)=\$0/gi
/** Of a list of origins that may not read. */
const EXCLUDED =
  '(?!\\w*(?:block|den[iy]|black|forbid|ban|disallow|not_?allow|exclu|reject|refus|revok|restrict|skip|ignor|untrust|unsafe|evil|bad))'
/** Not after a `!`: `allowed.includes(origin)`, `allowed.has(request.headers.origin)`, `allowed.indexOf(origin)`. */
const INCLUDES = new RegExp(`(?<![!\\w.])${EXCLUDED}(\\w+)\\.(includes|has|indexOf)\\(\\s*[\\w.]*origin`, 'gi')
/** The same in PHP. */
const IN_ARRAY = new RegExp(`(?<![!\\w])in_array\\(\\s*\\$\\w*origin\\s*,\\s*\\$${EXCLUDED}(\\w+)\\s*[,)]`, 'gi')

/** Before a test that is negated as a whole: `!(allowed.includes(origin))`, `! in_array(…)`. */
const NEGATED = /!\s*\(?\s*$/
/** What makes a test of an index one of membership. */
const IS_FOUND = /^\s*(?:!==?\s*-1|>\s*-1|>=\s*0)/
/** Where another test, or `? origin : '*'`, lets in more than the list. Requests without an origin do not count. */
const OR_ELSE = /^[\s)]*(?:(?:\|\||\bor\b)(?!\s*!\s*[\w.]*origin\b)|\?[^:\n]{0,80}:\s*["'`]\*)/i
const ELSE_OR = /(?<!!\s{0,9}[\w.]{0,40}origin\s{0,9})(?:\|\||\bor)\s*\(?\s*$/i
/** After a test that keeps out what is in the list: `=== false`, `{ exit`, `? '' : origin`. */
const KEEPS_OUT =
  /^[\s)]*(?:===?\s*(?:false|0)\b|!==?\s*true\b|\?\s*(?:["'`]|(?:false|null|undefined)\b)|:?\s*\{?\s*(?:(?:exit|die|throw|raise|abort|continue|break)\b|http_response_code\(\s*[45]|header\(\s*["']HTTP|return\s*(?:;|\}|(?:false|null|undefined)\b|[\w.]*\(?\s*new\s+\w*Error\b|[\w.]+\.(?:status|sendStatus|writeHead|code)\()))/

/**
 * Where the value of Access-Control-Allow-Origin is the request's own, what a text allows it for: a `map` or `if` of nginx,
 * SetEnvIf of Apache, a list that code looks it up in.
 *
 * @param variable the value: `$http_origin`, `$cors`, `%{ORIGIN}e`, `origin`
 * @returns undefined if the text compares it with nothing
 */
export function comparedOrigins(text: string, variable: string): readonly ComparedOrigin[] | undefined {
  const code = text.replace(/^[^\S\n]*(?:#|\/\/).*$/gm, '')
  const name = /^\$\{?(\w+)\}?$/.exec(variable)?.[1]
  if (name !== undefined) return ofNginx(code, name) ?? ofList(code)
  const environment = /^%\{(\w+)\}e/.exec(variable)?.[1]
  if (environment !== undefined) return ofApache(code, environment)
  return ofList(code)
}

function ofNginx(code: string, name: string): readonly ComparedOrigin[] | undefined {
  const maps = [...code.matchAll(VARIABLE_MAP)].filter(([, variable]) => variable === name || name === 'http_origin')
  if (maps.length > 0) return maps.flatMap(({ index, 0: head }) => readMap(code.slice(index + head.length)))
  const matches = [...code.matchAll(IF_MATCHES)]
  // Where a block keeps out what it matches, the others say less than they seem to.
  if (matches.length === 0 || matches.some(({ index, 0: head }) => REFUSES.test(blockOf(code, index + head.length))))
    return undefined
  // One of the three has the text.
  return matches.map(([, operator, ...quoted]) => ({
    text: quoted.join(''),
    regex: operator !== '=',
    flags: operator === '~*' ? 'i' : '',
  }))
}

function blockOf(code: string, start: number): string {
  return code.slice(start, start + 400).replace(/\}[\s\S]*/, '')
}

/** The lines of a `map` block: a key, and what it stands for. */
function readMap(text: string): readonly ComparedOrigin[] {
  const block = text.slice(0, text.search(/^\s*\}/m))
  return block.split(/;\s*(?:\n|$)/).flatMap((line) => {
    const [, quoted, bare = '', value = ''] = /^\s*(?:"((?:[^"\\]|\\.)*)"|(\S+))\s+(\S+)\s*$/.exec(line) ?? []
    const key = quoted ?? bare
    if (key === '' || /^(?:""|''|0)$/.test(value)) return []
    // Of a value that may mean anything, nothing is known.
    const isYes = /^"?(?:\$http_origin|1)"?$/.test(value) || value.replaceAll('"', '') === key
    if (key === 'default' || !isYes) return [{ text: '.*', regex: true, flags: '' }]
    const [, caseless, source] = /^~(\*?)(.*)$/.exec(key) ?? []
    // A plain key is compared without case, and an origin is in lower case.
    return [{ text: source ?? key, regex: source !== undefined, flags: caseless === '*' ? 'i' : '' }]
  })
}

function ofApache(code: string, name: string): readonly ComparedOrigin[] | undefined {
  const found = [...code.matchAll(SET_ENV_IF)].filter(([, , , , variable]) => variable === name)
  if (found.length === 0) return undefined
  return found.map(([, noCase, quoted, bare = '']) => ({
    text: (quoted ?? bare).replaceAll('\\"', '"'),
    regex: true,
    flags: noCase === undefined ? '' : 'i',
  }))
}

/** `allowed.includes(origin)`, where the text says what `allowed` is. */
function ofList(code: string): readonly ComparedOrigin[] | undefined {
  const tests = [INCLUDES, IN_ARRAY].flatMap((test) => [...code.matchAll(test)])
  if (tests.some((test) => keepsOut(code, test))) return undefined
  const changed = changedNames(code)
  const names = [...new Set(tests.map(([, name]) => name as string))]
  // Of one that is set again, or in a comment too, nothing is certain.
  if (
    names.some(
      (name) =>
        changed.has(name) || [...code.matchAll(new RegExp(`\\b${name}\\s*(?::[^=\\n]*)?=(?![=>])`, 'g'))].length > 1,
    )
  ) {
    return undefined
  }
  const lists = names.flatMap((name) => {
    const list = new RegExp(`\\b${name}\\b[^=\\n]*=\\s*(?:new Set\\(\\s*)?(?:\\[|array\\()([^\\])]*)[\\])]`).exec(
      code,
    )?.[1]
    return list === undefined ? [] : [list]
  })
  const [list, ...others] = lists
  // Of more than one list, or one that is computed, nothing is certain.
  if (list === undefined || others.length > 0 || !/^(?:\s*(["'`])[^"'`$]*\1\s*,?)*\s*$/.test(list)) return undefined
  return [...list.matchAll(/["'`]([^"'`]*)["'`]/g)].map(([, text = '']) => ({ text, regex: false, flags: '' }))
}

/** Whether the origins of the list are those that may not read, or not the only ones that may. */
function keepsOut(code: string, { index, 0: text, 2: method }: RegExpExecArray): boolean {
  const end = index + text.length
  const before = code.slice(Math.max(index - 60, 0), index)
  const after = code.slice(end - 1, end + 200).replace(/^[^)]*\)/, '')
  const isIndex = method?.toLowerCase() === 'indexof'
  // includes(origin) !== -1 is always true.
  if (isIndex !== IS_FOUND.test(after)) return true
  const rest = after.replace(IS_FOUND, '')
  return NEGATED.test(before) || KEEPS_OUT.test(rest) || OR_ELSE.test(rest) || ELSE_OR.test(before)
}
