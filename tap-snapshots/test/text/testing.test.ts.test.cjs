/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/text/testing.test.ts > TAP > what a failed expectation says > must match snapshot 1`] = `
A page of https://a.test can read GET https://b.test/x: it gets the status 200. If it should not, the server allows too much: does it reflect every Origin?
A page of https://a.test can read GET https://b.test/x with cookies: it gets the status 200. If it should not, the server allows too much: does it reflect every Origin?
The answer to GET without Origin /x does not say Vary: Origin (it has no Vary header). A cache may give one site the copy of another.
The answer to a preflight /x does not say Vary: Origin (Vary is "Accept"). A cache may give one site the copy of another.
The app did not answer GET /x: Error: reset
The app did not answer GET /x: reset
The app redirects to https://c.test/, which is not part of it. Test that server by itself.
"a.test" is not an origin. Did you mean 'https://a.test'?
7 is not an origin. Write it as https://app.example.com
expectCors() expected a Fastify instance, a request listener, an Express app, an object with a fetch function, or a URL, got an object
expectCors() expected an absolute http or https URL, got "ftp://a.test"
`
