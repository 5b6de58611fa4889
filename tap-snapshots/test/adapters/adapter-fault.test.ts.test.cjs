/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/adapters/adapter-fault.test.ts > TAP > values in the place of a listener or a handler > must match snapshot 1`] = `
nothing
cors-policy: withCors() expected a request listener as its second argument, got undefined. Pass (request, response) => …
cors-policy: withCors() expected a fetch handler as its second argument, got undefined. Pass (request) => new Response(…)
null
cors-policy: withCors() expected a request listener as its second argument, got null. Pass (request, response) => …
cors-policy: withCors() expected a fetch handler as its second argument, got null. Pass (request) => new Response(…)
text
cors-policy: withCors() expected a request listener as its second argument, got "app". Pass (request, response) => …
cors-policy: withCors() expected a fetch handler as its second argument, got "app". Pass (request) => new Response(…)
a config
cors-policy: withCors() expected a request listener as its second argument, got an object. Pass (request, response) => …
cors-policy: withCors() expected a fetch handler as its second argument, got an object. Pass (request) => new Response(…)
Koa
cors-policy: withCors() expected a function, got a Koa app. Pass app.callback()
cors-policy: withCors() expected a fetch handler as its second argument, got an object. Pass (request) => new Response(…)
Hono
cors-policy: withCors() of cors-policy/node expected a request listener, got an object with a fetch function. Use withCors(config, (request) => app.fetch(request)) of cors-policy/fetch
cors-policy: withCors() expected a function, got an object with a fetch function. Pass (request, ...rest) => app.fetch(request, ...rest)
a module of Workers
cors-policy: withCors() of cors-policy/node expected a request listener, got an object with a fetch function. Use withCors(config, (request) => app.fetch(request)) of cors-policy/fetch
cors-policy: withCors() expected a function, got an object with a fetch function. Pass (request, ...rest) => app.fetch(request, ...rest)
Fastify
cors-policy: withCors() expected a function, got a Fastify app. Use app.register(cors, config) of cors-policy/fastify
cors-policy: withCors() expected a function, got a Fastify app. Use app.register(cors, config) of cors-policy/fastify
a server
cors-policy: withCors() expected a request listener, got a server. Wrap its listener: createServer(withCors(config, listener))
cors-policy: withCors() expected a fetch handler as its second argument, got an object. Pass (request) => new Response(…)
an object without a prototype
cors-policy: withCors() expected a request listener as its second argument, got an object. Pass (request, response) => …
cors-policy: withCors() expected a fetch handler as its second argument, got an object. Pass (request) => new Response(…)
`
