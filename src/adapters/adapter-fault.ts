import { ADAPTER_TEXTS, LISTENER_TEXTS } from '../text/adapters.js'
import { type Catalogue, render } from '../text/catalogue.js'

/** Mistakes of a program that are not in its config. */
export type AdapterFault =
  | AppFault
  | { readonly code: 'handler-missing'; readonly value: unknown }
  | { readonly code: 'not-a-response' | 'options-type' | 'on-error-type'; readonly value: unknown }
  | { readonly code: 'option-unknown'; readonly name: string }

/** An app in the place of its handler. */
type AppFault = { readonly code: 'fetch-app' | 'fastify-app' }

/** An app or a server in the place of its listener. */
type ServerFault = { readonly code: 'koa-app' | 'node-server' }

/** Mistakes with a listener of node:http. */
type ListenerFault =
  | ServerFault
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
  const app = appFault(listener)
  if (app?.code === 'fastify-app') throw faultError(app)
  if (app !== undefined) throw listenerError({ code: 'fetch-app-to-node' })
  throw listenerError(serverFault(listener) ?? { code: 'listener-missing', value: listener })
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

/** Told by the functions that it has. */
function appFault(value: unknown): AppFault | undefined {
  if (hasAll(value, 'fetch')) return { code: 'fetch-app' }
  return hasAll(value, 'register', 'inject') ? { code: 'fastify-app' } : undefined
}

function serverFault(value: unknown): ServerFault | undefined {
  if (hasAll(value, 'callback', 'use')) return { code: 'koa-app' }
  return hasAll(value, 'listen', 'close') ? { code: 'node-server' } : undefined
}

function hasAll(value: unknown, ...names: readonly string[]): boolean {
  return names.every((name) => typeof Reflect.get(Object(value), name) === 'function')
}
