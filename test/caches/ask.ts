import { type ClientResponse, send } from '../support/client.js'

/** Asks for a picture, as a browser does for a page of this origin, or for an `img` without crossorigin. */
export function ask(port: number, path: string, origin?: string): Promise<ClientResponse> {
  // Varnish keeps a copy for each Host.
  const headers = { host: `127.0.0.1:${port}`, ...(origin !== undefined && { origin }) }
  return send({ protocol: 'http', port }, { method: 'GET', path, headers })
}

export function fieldOf({ lines }: ClientResponse, name: string): string | undefined {
  return lines.find(([line]) => line === name)?.[1]
}

/** The origin that may read a response. */
export function readerOf(response: ClientResponse): string | undefined {
  return fieldOf(response, 'access-control-allow-origin')
}
