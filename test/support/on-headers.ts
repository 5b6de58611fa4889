import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'

/**
 * What a middleware does that wants to change headers at the last moment: it puts a `writeHead` of its own in the place
 * of the response's. The package on-headers does it so, and below compression, morgan and express-session.
 */

type Given = OutgoingHttpHeaders | readonly unknown[] | undefined

/**
 * @param list how it takes a list given to `writeHead`: as names and values in turn, or, like on-headers before 1.1, as
 * pairs whatever it is
 * @param listener runs once, before the headers go out
 */
export function onHeaders(response: ServerResponse, list: 'flat' | 'pairs', listener: () => void): void {
  const { writeHead } = response
  let fired = false
  const wrapper = function (this: ServerResponse, status: number, ...rest: unknown[]) {
    const reason = typeof rest[0] === 'string' ? [rest[0]] : []
    const given = rest[reason.length] as Given
    this.statusCode = status
    if (Array.isArray(given)) setList(this, given, list)
    else for (const [name, value] of Object.entries(given ?? {})) this.setHeader(name, value as string)
    if (!fired) listener()
    fired = true
    return Reflect.apply(writeHead, this, [status, ...reason])
  }
  response.writeHead = wrapper as ServerResponse['writeHead']
}

function setList(response: ServerResponse, given: readonly OutgoingHttpHeader[], list: 'flat' | 'pairs'): void {
  if (list === 'pairs') {
    for (const [name, value] of given as unknown as string[][]) response.setHeader(String(name), String(value))
    return
  }
  for (let i = 0; i < given.length; i += 2) response.removeHeader(String(given[i]))
  for (let i = 0; i < given.length; i += 2) response.appendHeader(String(given[i]), given[i + 1] as string)
}
