import { nodeTransport } from '../../src/doctor/node-transport.js'
import type { Transport } from '../../src/doctor/transport.js'

/** A transport that asks the port of 127.0.0.1, whatever host and scheme the URL has. */
export function leadTo(port: number): Transport {
  return (request, limits) => {
    const { host, pathname, search } = new URL(request.url)
    const url = `http://127.0.0.1:${port}${pathname}${search}`
    return nodeTransport({ ...request, url, headers: [['Host', host], ...request.headers] }, limits)
  }
}
