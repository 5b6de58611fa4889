/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/text/platform.test.ts > TAP > the message names the domain and the condition > must match snapshot 1`] = `
"github.io" needs the public suffix list. Bundle without the condition cors-policy-no-suffixes
`
