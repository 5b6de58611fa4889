/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/cli/inspect.test.ts > TAP > explains in one line why it cannot read the input > must match snapshot 1`] = `
cors-policy: no-such.har does not exist
cors-policy: inspect takes at most one file; without one, or with -, it reads stdin
cors-policy: nothing to inspect: the input is empty
cors-policy: nothing to inspect: the input is empty
cors-policy: cannot read this text. Pass a HAR file, the output of curl -v or curl -i, headers copied from the network panel, or a console message
cors-policy: "app" is not an origin. Expected one such as https://app.example.com

`
