/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/explain/render-explanation.test.ts > TAP > a response from a cache > must match snapshot 1`] = `
GET https://api.test/ from https://app.test (mode cors, credentials same-origin)

← 200 (from the HTTP cache)
    access-control-allow-origin: *
    cache-control: max-age=9

readable: the script can read the response and these headers: cache-control
`

exports[`test/explain/render-explanation.test.ts > TAP > nothing sent, nothing received > must match snapshot 1`] = `
TRACE https://api.test/ from https://app.test (mode cors, credentials same-origin)

blocked at request-method [method-forbidden]: Scripts cannot use the method TRACE
  https://fetch.spec.whatwg.org/#methods

Fix
  use another method: scripts cannot send TRACE
`

exports[`test/explain/render-explanation.test.ts > TAP > renders a request that is allowed > must match snapshot 1`] = `
GET https://api.test/ from https://app.test (mode cors, credentials include)

→ GET https://api.test/ (with credentials)
    Accept: */*
    Origin: https://app.test
← 200
    access-control-allow-origin: https://app.test
    access-control-allow-credentials: true
    pragma: a
    expires: 0

readable: the script can read the response and these headers: expires, pragma

Note
  https://api.test and https://app.test are different sites. Only cookies with SameSite=None; Secure are sent, and Safari, Firefox and many users' settings block or isolate those too.
`

exports[`test/explain/render-explanation.test.ts > TAP > renders a request that is allowed > must match snapshot 2`] = `
GET https://api.test/ from https://app.test (mode cors, credentials include)

→ GET https://api.test/ (with credentials)
    Accept: */*
    Origin: https://app.test
← 200
    access-control-allow-origin: https://app.test
    access-control-allow-credentials: true

readable: the script can read the response, but none of its headers

Note
  https://api.test and https://app.test are different sites. Only cookies with SameSite=None; Secure are sent, and Safari, Firefox and many users' settings block or isolate those too.
`

exports[`test/explain/render-explanation.test.ts > TAP > renders a request that is refused > must match snapshot 1`] = `
PUT https://api.test/ from https://app.test (mode cors, credentials same-origin)

→ OPTIONS https://api.test/ (preflight, without credentials)
    Accept: */*
    Access-Control-Request-Method: PUT
    Origin: https://app.test
← 204 (origin-allowed)
    Access-Control-Allow-Origin: https://app.test
    Vary: Origin

blocked at preflight-method [method-not-allowed]: Access-Control-Allow-Methods does not contain PUT
  https://fetch.spec.whatwg.org/#cors-preflight-fetch

Fix
  add 'PUT' to methods

Console
  Chromium: Access to fetch at 'https://api.test/' from origin 'https://app.test' has been blocked by CORS policy: Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.
  Firefox: Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.test/. (Reason: Did not find method in CORS header ‘Access-Control-Allow-Methods’).
  WebKit: Method PUT is not allowed by Access-Control-Allow-Methods.
`
