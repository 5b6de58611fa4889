/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/text/rows-and-sync.test.ts > TAP > sentences are short, one or two, and complete > must match snapshot 1`] = `
expected an origin such as "https://app.example.com", got 7
'*' is not allowed here. List each origin
"https://*.a.example" is a pattern, and only exact origins are allowed here
"https://a.example" has no effect: this policy allows every origin
expected an iterable of origins, got 7
more than 10 rows. Nothing was changed
cors-policy: the policy chooser failed, so no other origin is allowed. Logged at most once a minute.
the policy chooser returned 7. Return what compilePolicy() or livePolicy() returned, or undefined
the policy chooser returned a promise. It must not be async
every: expected a number, got "x"
the policy follows a source already. Close that following first
the following was closed
load() of the source did not finish within 7 ms. Check the database, the pool and its locks
changes() of the source ended, so changes would be missed
the connection that listens for changes was lost
a test announcement did not come back within 7 ms. The connection is dead, or a pooler in transaction mode swallows announcements
the pool has 1 connection, and one is needed to listen for changes. Allow at least 2
cors-policy: cannot follow the source of origins, and will try again.
cors-policy: onError threw.
`
