import type { ClientResponse } from './client.js'

/**
 * What a response says about CORS, as it came over the wire, in the short names of `corsFields`. A field that stands
 * there twice is joined in a way that equals nothing.
 */
export function fieldsOf({ lines }: ClientResponse): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of lines) {
    if (name !== 'vary' && !name.startsWith('access-control-')) continue
    const short = name.replace('access-control-', '')
    fields[short] = fields[short] === undefined ? value : `${fields[short]} AND ${value}`
  }
  return fields
}

/** The lines of one field. */
export function linesOf({ lines }: ClientResponse, name: string): string[] {
  return lines.filter(([line]) => line === name).map(([, value]) => value)
}
