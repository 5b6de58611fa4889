/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/cli/doctor.test.ts > TAP > explains in one line why it cannot run > must match snapshot 1`] = `
cors-policy: doctor takes one URL: cors-policy doctor <url> --origin <origin>
cors-policy: doctor takes one URL: cors-policy doctor <url> --origin <origin>
cors-policy: missing --origin (the page's origin, for example https://app.example.com)
cors-policy: "app" is not an origin. Expected one such as https://app.example.com
cors-policy: "api.example.com" is not a URL. Expected one such as https://api.example.com/things
cors-policy: expected an http or https URL, got the scheme "ftp"
cors-policy: --timeout takes seconds, got "soon"
cors-policy: --timeout takes seconds, got ""
cors-policy: unknown option --bogus of doctor. See cors-policy --help
cors-policy: no-such.pem does not exist

`
