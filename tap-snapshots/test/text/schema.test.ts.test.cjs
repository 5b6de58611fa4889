/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/text/schema.test.ts > TAP > a description is one or two sentences without a full stop at its end > must match snapshot 1`] = `
Object {
  "credentials": "Whether requests may carry cookies and HTTP authentication",
  "dangerouslyAllowInsecureOrigins": "Permits http: origins with credentials or enforce, all of them or those in the list",
  "dangerouslyAllowPublicAddresses": "Permits ranges of public addresses with credentials or enforce, all of them or those in the list",
  "dangerouslyAllowPublicSuffixSubdomains": "Permits patterns below names where anyone can register a subdomain, all of them or those in the list",
  "enforce": "Whether requests that change something are refused with 403 when they come from a page of another origin",
  "exposeHeaders": "Response headers that scripts may read in addition to the safelisted ones",
  "headers": "Request headers that scripts may send. JSON bodies need content-type. '*' does not cover authorization without credentials",
  "maxAge": "Seconds for which a browser may remember the answer to a preflight, from 0 to 86400",
  "methods": "Methods that scripts may use in addition to GET, HEAD and POST. '*' allows every method",
  "origins": "The origins that may read responses: '*' is every origin, 'none' no other origin. An entry is an origin (https://app.example.com) or a pattern (https://*.example.com, http://localhost:*, http://192.168.0.0/16)",
  "otherwise": "A config for origins that origins does not match",
  "preflightStatus": "The status of an allowed preflight, from 200 to 299. The default is 204",
}
`
