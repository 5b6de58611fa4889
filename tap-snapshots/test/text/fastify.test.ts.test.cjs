/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/text/fastify.test.ts > TAP > every sentence is short and names its subject > must match snapshot 1`] = `
Object {
  "besidePolicy": "cannot be combined with policy, which is already compiled",
  "hook-answered": "cors-policy: another onRequest hook answers before CORS. Register cors-policy before that hook",
  "hook-earlier": "cors-policy: another plugin added an onRequest hook earlier. If it answers a request, the response may lack CORS headers and preflights may fail. Register cors-policy first (with Nest: on the Fastify instance that you give to FastifyAdapter)",
  "noPolicy": "expected what compilePolicy() or livePolicy() returned, or a function that chooses one, got 1",
  "origin-refused": "cors-policy: refused origin \\"https://x\\": origin-not-allowed",
  "preflight-ambiguous": "PUT /x has several versions with different CORS policies, and a preflight cannot tell them apart. Give them the same config.cors",
  "preflight-ambiguous elsewhere": "a preflight cannot tell whether PUT /x or PUT /* will get the request, because it carries no version and no custom constraint. Give both routes the same config.cors",
  "reservedName": "\\"untouched\\" already has a meaning in config.cors. Choose another name",
  "route-changed": "another plugin changed config.cors of PUT /x after cors-policy had read it. Register that plugin before cors-policy",
  "route-unclear": "cors-policy: refused a preflight because more than 8 route patterns match its URL and their CORS policies differ. Give these routes the same config.cors, or fewer patterns that overlap",
  "route-unseen": "cors-policy: /x has a config.cors, but was declared before the plugin loaded, so no other origin can use it. Await app.register(cors, …) before declaring the route",
  "scope-registered-twice": "cors-policy is registered twice in one scope. Register it once, or inside a plugin that has routes of its own",
  "unknownPolicy": "no policy named \\"x\\" in this scope. Add it to policies, and await app.register() before declaring routes",
}
`

exports[`test/text/fastify.test.ts > TAP > the message of an error counts its problems > must match snapshot 1`] = `
The app's routes have 1 CORS problem:
  one
`

exports[`test/text/fastify.test.ts > TAP > the message of an error counts its problems > must match snapshot 2`] = `
The app's routes have 2 CORS problems:
  one
  two
`
