/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/text/playground-state.test.ts > TAP > what is wrong with a link > must match snapshot 1`] = `
Array [
  "link-too-long: This link is longer than 100000 characters, so the page did not read it.",
  "link-broken: This link is damaged. Copy it again from where it was made.",
  "link-cut: The end of this link is missing. Copy all of it.",
  "link-version: This link has format 2, and this page reads only format 1. Update cors-policy.",
  "link-fields: Parts of this link could not be read: config, request.method. The rest is shown.",
  "link-left-out: The link has no room for all of the text, so it lacks config, request.method.",
]
`
