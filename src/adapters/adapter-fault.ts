import { ADAPTER_TEXTS, LISTENER_TEXTS } from '../text/adapters.js'
import { type Catalogue, render } from '../text/catalogue.js'

/** Mistakes of a program that are not in its config. */
export type AdapterFault =
  | AppFault
  | { readonly code: 'handler-missing'; readonly value: unknown }
  | { readonly code: 'not-a-response' | 'options-type' | 'on-error-type'; readonly value: unknown }
  | { readonly code: 'option-unknown'; readonly name: string }

/** An app or a server in the place of its listener. */
type AppFault = { readonly code: 'koa-app' | 'fetch-app' | 'fastify-app' | 'node-server' }

/** The same, of a listener of node:http. */
type ListenerFault =
  | { readonly code: 'listener-missing'; readonly value: unknown }
  | { readonly code: 'fetch-app-to-node' }

const texts: Catalogue<AdapterFault> = ADAPTER_TEXTS
const listenerTexts: Catalogue<ListenerFault> = LISTENER_TEXTS

export function faultError(fault: AdapterFault): TypeError {
  return typeError(render(texts, fault))
}

function listenerError(fault: ListenerFault): TypeError {
  return typeError(render(listenerTexts, fault))
}

function typeError(sentence: string): TypeError {
  return new TypeError(`cors-policy: ${sentence}`)
}

/**
 * Refuses at startup what would fail at the first request.
 *
 * @throws TypeError if the listener is not a function, with what to pass instead
 */
export function checkListener(listener: unknown): void {
  if (typeof listener === 'function') return
  const fault = appFault(listener)
  if (fault === undefined) throw listenerError({ code: 'listener-missing', value: listener })
  throw fault.code === 'fetch-app' ? listenerError({ code: 'fetch-app-to-node' }) : faultError(fault)
}

/**
 * Refuses at startup what would fail at the first request.
 *
 * @throws TypeError if the handler is not a function, with what to pass instead
 */
export function checkHandler(handler: unknown): void {
  if (typeof handler !== 'function') {
    throw faultError(appFault(handler) ?? { code: 'handler-missing', value: handler })
  }
}

/** An app or a server in the place of its listener, told by the functions that it has. */
function appFault(value: unknown): AppFault | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const has = (name: string) => typeof Reflect.get(value, name) === 'function'
  if (has('fetch')) return { code: 'fetch-app' }
  if (has('callback') && has('use')) return { code: 'koa-app' }
  if (has('register') && has('inject')) return { code: 'fastify-app' }
  if (has('listen') && has('close')) return { code: 'node-server' }
  return undefined
}
