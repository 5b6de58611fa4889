/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/fetch-model/check-arguments.test.ts > TAP > a value of the wrong type is a TypeError that names it > must match snapshot 1`] = `
credentials: expected one of 'omit', 'same-origin', 'include', got true. Did you mean 'include'?
credentials: expected one of 'omit', 'same-origin', 'include', got false. Did you mean 'same-origin'?
credentials: expected one of 'omit', 'same-origin', 'include', got "BAD"
mode: only a form request has the mode "navigate". Scripts use 'cors', 'no-cors' or 'same-origin'
mode: only a websocket request has the mode "websocket". Scripts use 'cors', 'no-cors' or 'same-origin'
mode: only a form request has the mode "navigate". Scripts use 'cors', 'no-cors' or 'same-origin'
mode: expected one of 'cors', 'no-cors', 'same-origin', got "CORS"
redirect: expected one of 'follow', 'error', 'manual', got "nofollow"
body: expected one of 'text', 'urlencoded', 'form-data', 'bytes', 'stream', got "json". Did you mean 'text'?
body: expected one of 'text', 'urlencoded', 'form-data', 'bytes', 'stream', got an object
destination: expected one of '', 'image', 'font', 'script', 'style', 'audio', 'video', got "worker"
initiator: expected one of 'fetch', 'xhr', 'element', 'eventsource', 'form', 'beacon', 'websocket', got "img"
embedderPolicy: expected one of 'unsafe-none', 'require-corp', 'credentialless', got true
uploadListeners: expected true or false, got "yes"
integrity: expected true or false, got "sha256-x"
method: expected a string, got 1
method: expected a string, got null
origin: expected a string, got undefined
url: expected a string, got an object
headers[0]: expected [name, value], got "content-type"
headers[1]: expected [name, value], got an array
headers[0]: expected [name, value], got an array
headers: expected an object such as { 'content-type': 'application/json' } or pairs [name, value], got "a: b"
headers: expected an object such as { 'content-type': 'application/json' } or pairs [name, value], got null
headers['a']: expected a string or a number, got null
headers['a']: expected a string or a number, got an object
headers[0][1]: expected a string or a number, got true
withCredentials: unknown option. Did you mean credentials: 'include'?
crossOrigin: unknown option. Did you mean imageRequest() or one of its siblings?
signal: unknown option
`

exports[`test/fetch-model/check-arguments.test.ts > TAP > responses > must match snapshot 1`] = `
response.status: expected a status from 100 to 999, got "200"
response.status: expected a status from 100 to 999, got 99
response.status: expected a status from 100 to 999, got 1000
response.headers['a']: expected a string or a number, got an object
response: expected an object, got "200"
response: expected an object, got null
response is a promise, and evaluate() is synchronous. Await the responses first, and pass them as an array
responses: expected an array of responses or a function, got an object
responses: expected an array of responses or a function, got undefined
responses: expected an array of responses or a function, got null
`
