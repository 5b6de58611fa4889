import { ADAPTER_TEXTS } from '../text/adapters.js'
import { type Catalogue, render } from '../text/catalogue.js'

/** Mistakes of a program that are not in its config. */
export type AdapterFault =
  | { readonly code: 'listener-missing' | 'handler-missing'; readonly value: unknown }
  | { readonly code: 'koa-app' | 'fetch-app' | 'fetch-app-to-node' | 'fastify-app' | 'node-server' }
  | { readonly code: 'not-a-response' | 'options-type' | 'on-error-type'; readonly value: unknown }
  | { readonly code: 'option-unknown'; readonly name: string }

const texts: Catalogue<AdapterFault> = ADAPTER_TEXTS

export function faultError(fault: AdapterFault): TypeError {
  return new TypeError(`cors-policy: ${render(texts, fault)}`)
}

/**
 * Refuses at startup what would fail at the first request.
 *
 * @throws TypeError if the listener is not a function, with what to pass instead
 */
export function checkListener(listener: unknown): void {
  if (typeof listener !== 'function') {
    throw faultError(appFault(listener, 'fetch-app-to-node') ?? { code: 'listener-missing', value: listener })
  }
}

/**
 * Refuses at startup what would fail at the first request.
 *
 * @throws TypeError if the handler is not a function, with what to pass instead
 */
export function checkHandler(handler: unknown): void {
  if (typeof handler !== 'function') {
    throw faultError(appFault(handler, 'fetch-app') ?? { code: 'handler-missing', value: handler })
  }
}

/** An app or a server in the place of its listener, told by the functions that it has. */
function appFault(value: unknown, fetchApp: 'fetch-app' | 'fetch-app-to-node'): AdapterFault | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const has = (name: string) => typeof Reflect.get(value, name) === 'function'
  if (has('fetch')) return { code: fetchApp }
  if (has('callback') && has('use')) return { code: 'koa-app' }
  if (has('register') && has('inject')) return { code: 'fastify-app' }
  if (has('listen') && has('close')) return { code: 'node-server' }
  return undefined
}
