import { display } from './display.js'

/** What is wrong with a handler, or with what it returned. */
export const ADAPTER_TEXTS = {
  'handler-missing': ({ value }: { value: unknown }) =>
    `withCors() expected a fetch handler as its second argument, got ${display(value)}. Pass (request) => new Response(…)`,
  'fetch-app': () =>
    'withCors() expected a function, got an object with a fetch function. Pass (request, ...rest) => app.fetch(request, ...rest)',
  'fastify-app': () =>
    'withCors() expected a function, got a Fastify app. Use app.register(cors, config) of cors-policy/fastify',
  'not-a-response': ({ value }: { value: unknown }) =>
    `expected a Response from the handler, got ${display(value)}. Return new Response(…)`,
  'options-type': ({ value }: { value: unknown }) =>
    `withCors() expected options as its third argument, got ${display(value)}`,
  'option-unknown': ({ name }: { name: string }) =>
    `withCors() has no option ${display(name)}. Its only option is onError`,
  'on-error-type': ({ value }: { value: unknown }) => `onError: expected a function, got ${display(value)}`,
}

/** What is wrong with a listener of node:http. By itself, so that no worker has it in its bundle. */
export const LISTENER_TEXTS = {
  'koa-app': () => 'withCors() expected a function, got a Koa app. Pass app.callback()',
  'node-server': () =>
    'withCors() expected a request listener, got a server. Wrap its listener: createServer(withCors(config, listener))',
  'listener-missing': ({ value }: { value: unknown }) =>
    `withCors() expected a request listener as its second argument, got ${display(value)}. Pass (request, response) => …`,
  'fetch-app-to-node': () =>
    'withCors() of cors-policy/node expected a request listener, got an object with a fetch function. Use withCors(config, (request) => app.fetch(request)) of cors-policy/fetch',
}
