/** An origin, or an expression for several, with which the text compares the request's Origin. */
export interface ComparedOrigin {
  readonly text: string
  readonly regex: boolean
  readonly flags: string
}

const VARIABLE_MAP = /\bmap\s+"?\$http_origin"?\s+\$(\w+)\s*\{/g
const IF_MATCHES = /\bif\s*\(\s*\$http_origin\s*(~\*?|=)\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(.*?))\s*\)\s*\{/g
const SET_ENV_IF = /\bSetEnvIf(NoCase)?\s+Origin\s+(?:"((?:[^"\\]|\\.)*)"|(\S+))\s+(\w+)=\$0/gi
/** Of a list of origins that may not read. */
const EXCLUDED = '(?!\\w*(?:block|den[iy]|black|forbid|ban|disallow|exclu|reject|untrust))'
/** Not after a `!`: `allowed.includes(origin)`, `allowed.has(request.headers.origin)`. */
const INCLUDES = new RegExp(`(?<![!\\w.])${EXCLUDED}(\\w+)\\.(?:includes|has)\\(\\s*[\\w.]*origin`, 'gi')
/** The same in PHP. */
const IN_ARRAY = new RegExp(`(?<![!\\w])in_array\\(\\s*\\$\\w*origin\\s*,\\s*\\$${EXCLUDED}(\\w+)\\s*[,)]`, 'gi')

/**
 * Where the value of Access-Control-Allow-Origin is the request's own, what a text allows it for: a `map` or `if` of nginx,
 * SetEnvIf of Apache, a list that code looks it up in.
 *
 * @param variable the value: `$http_origin`, `$cors`, `%{ORIGIN}e`, `origin`
 * @returns undefined if the text compares it with nothing
 */
export function comparedOrigins(text: string, variable: string): readonly ComparedOrigin[] | undefined {
  const code = text.replace(/^\s*(?:#|\/\/).*$/gm, '')
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
  if (matches.length === 0) return undefined
  // One of the three has the text.
  return matches.map(([, operator, ...quoted]) => ({
    text: quoted.join(''),
    regex: operator !== '=',
    flags: operator === '~*' ? 'i' : '',
  }))
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
  const names = [
    ...new Set([INCLUDES, IN_ARRAY].flatMap((test) => [...code.matchAll(test)].map(([, name]) => name as string))),
  ]
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
