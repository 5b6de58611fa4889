/** One `map` block (https://nginx.org/en/docs/http/ngx_http_map_module.html): what is not listed is `fallback`. */
export interface NginxMap {
  readonly comment: string
  readonly source: string
  readonly variable: string
  readonly fallback: string
  readonly entries: readonly (readonly [key: string, value: string])[]
}

export function renderMap({ comment, source, variable, fallback, entries }: NginxMap): string {
  return [
    ...(comment === '' ? [] : [`# ${comment}`]),
    `map ${source} ${variable} {`,
    `    default ${quote(fallback)};`,
    ...entries.map(([key, value]) => `    ${quote(key)} ${quote(value)};`),
    '}',
  ].join('\n')
}

/** In quotes nginx reads a backslash before a quote, a backslash, t, r and n, and leaves all others as they are. */
function quote(text: string): string {
  return `"${text.replace(/\\(?=[\\"'trn])|"/g, '\\$&')}"`
}
