/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/adapters/fetch.test.ts > TAP > invalid arguments are refused at startup > must match snapshot 1`] = `
no handler: cors-policy: withCors() expected a fetch handler as its second argument, got undefined. Pass (request) => new Response(…)
a config as the handler: cors-policy: withCors() expected a fetch handler as its second argument, got an object. Pass (request) => new Response(…)
an app: cors-policy: withCors() expected a function, got an object with a fetch function. Pass (request, ...rest) => app.fetch(request, ...rest)
options that are none: cors-policy: withCors() expected options as its third argument, got 1
null for options: cors-policy: withCors() expected options as its third argument, got null
another option: cors-policy: withCors() has no option "onerror". Its only option is onError
onError that is no function: cors-policy: onError: expected a function, got "x"
`
