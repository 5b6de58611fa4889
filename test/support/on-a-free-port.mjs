// @ts-check
// Preloaded before a program of the documentation: whatever port it asks for, it listens on a free one of 127.0.0.1,
// and says on which.

import { Server } from 'node:net'

const listen = Server.prototype.listen

/** @type {(this: Server, ...args: unknown[]) => Server} */
Server.prototype.listen = function (...args) {
  const callback = args.find((arg) => typeof arg === 'function')
  this.once('listening', () =>
    process.send?.({ port: /** @type {import('node:net').AddressInfo} */ (this.address()).port }),
  )
  return Reflect.apply(listen, this, [{ host: '127.0.0.1', port: 0 }, ...(callback === undefined ? [] : [callback])])
}
