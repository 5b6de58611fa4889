/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/text/adapters.test.ts > TAP > each sentence names the value, and what to pass instead > must match snapshot 1`] = `
Object {
  "fastify-app": "withCors() expected a function, got a Fastify app. Use app.register(cors, config) of cors-policy/fastify",
  "fetch-app": "withCors() expected a function, got an object with a fetch function. Pass (request, ...rest) => app.fetch(request, ...rest)",
  "fetch-app-to-node": "withCors() of cors-policy/node expected a request listener, got an object with a fetch function. Use withCors(config, (request) => app.fetch(request)) of cors-policy/fetch",
  "handler-missing": "withCors() expected a fetch handler as its second argument, got \\"a\\\\u001bb\\". Pass (request) => new Response(…)",
  "koa-app": "withCors() expected a function, got a Koa app. Pass app.callback()",
  "listener-missing": "withCors() expected a request listener as its second argument, got \\"a\\\\u001bb\\". Pass (request, response) => …",
  "node-server": "withCors() expected a request listener, got a server. Wrap its listener: createServer(withCors(config, listener))",
  "not-a-response": "expected a Response from the handler, got \\"a\\\\u001bb\\". Return new Response(…)",
  "on-error-type": "onError: expected a function, got \\"a\\\\u001bb\\"",
  "option-unknown": "withCors() has no option \\"a\\\\u001bb\\". Its only option is onError",
  "options-type": "withCors() expected options as its third argument, got \\"a\\\\u001bb\\"",
}
`
