// The ways in which node:http sends headers. Node takes them all through `writeHead`, and every runtime that stands in
// for Node has to do so, or a response goes out without the policy's headers.

/** @type {Readonly<Record<string, (response: import('node:http').ServerResponse) => unknown>>} */
export const WAYS = {
  end: (response) => response.end('x'),
  write: (response) => {
    response.write('x')
    response.end()
  },
  flush: (response) => {
    response.flushHeaders()
    setImmediate(() => response.end('x'))
  },
  set: (response) => response.setHeader('Vary', ['Accept', 'Cookie']).end('x'),
  'set-headers': (response) => response.setHeaders(new Map([['access-control-allow-origin', '*']])).end('x'),
  'append-header': (response) => response.appendHeader('Vary', 'Accept').appendHeader('Vary', 'Cookie').end('x'),
  'early-hints': (response) => {
    response.writeEarlyHints({ link: '</style.css>; rel=preload' })
    response.end('x')
  },
  object: (response) => response.writeHead(200, { vary: 'Accept' }).end('x'),
  reason: (response) => response.writeHead(200, 'Fine', { vary: 'Accept' }).end('x'),
  list: (response) => response.writeHead(200, ['vary', 'Accept']).end('x'),
  pairs: (response) => response.writeHead(200, /** @type {never} */ ([['vary', 'Accept']])).end('x'),
  'set-and-write': (response) => response.setHeader('vary', 'Accept').writeHead(200, { 'x-other': '1' }).end('x'),
}
