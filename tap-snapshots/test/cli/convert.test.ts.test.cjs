/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/cli/convert.test.ts > TAP > a refused conversion exits with 1 and writes no document > must match snapshot 1`] = `
cors-policy: The conversion has 1 problem:
  origin (line 1, column 11): cors reflects every origin and allows credentials, so any site can read your users' data. List the origins (origins: ['https://app.example.com']), or remove credentials [reflects-any-origin]
cors-policy: The conversion has 1 problem:
  document (line 1, column 1): is not valid YAML: expected an object or a list [document-syntax]
cors-policy: The conversion has 1 problem:
  document (line 1, column 1): expected a config object, got a list [wrong-value]
cors-policy: The conversion has 1 problem:
  document: is not text. Expected JSON, YAML, XML or source code in UTF-8 [document-limit]
cors-policy: The conversion has 1 problem:
  origins (line 1, column 12): no origins configured. List the origins that may read responses, or write 'none' or '*' [origins-missing]
cors-policy: The conversion has 1 problem:
  origins[0]: the wildcard of S3 also matches dots. List the origins [target-origin]
cors-policy: The conversion has 1 problem:
  document (line 1, column 2): is not valid XML: Unexpected end [document-syntax]
cors-policy: The conversion has 1 problem:
  document: has no CORS configuration of S3. Expected an object with some of AllowedOrigins, AllowedMethods, AllowedHeaders, ExposeHeaders, MaxAgeSeconds [nothing-found]

`

exports[`test/cli/convert.test.ts > TAP > a wrong command line exits with 2 > must match snapshot 1`] = `
cors-policy: missing --from, one of config, starlette, express, fastify, s3, r2, gcs, api-gateway, ingress-nginx, traefik, istio, kong, headers
cors-policy: unknown format "fastfy" for --from. Did you mean fastify? Known: config, starlette, express, fastify, s3, r2, gcs, api-gateway, ingress-nginx, traefik, istio, kong, headers
cors-policy: unknown format "nonsense" for --from. Known: config, starlette, express, fastify, s3, r2, gcs, api-gateway, ingress-nginx, traefik, istio, kong, headers
cors-policy: unknown --allow "insecure-origin". Did you mean insecure-origins? Known: insecure-origins, public-suffix-subdomains, public-addresses
cors-policy: unknown --allow "constructor". Known: insecure-origins, public-suffix-subdomains, public-addresses
cors-policy: unknown --allow "everything". Known: insecure-origins, public-suffix-subdomains, public-addresses
cors-policy: --rule expects the number of a rule, from 1, got "0"
cors-policy: missing --to, one of config, starlette, s3, r2, gcs, api-gateway, cloudfront, nginx, ingress-nginx, traefik, istio
cors-policy: convert takes at most one file; without one it reads stdin
cors-policy: convert needs a file, or a document on standard input
cors-policy: none.json does not exist
cors-policy: none.mjs does not exist
cors-policy: unknown option --bogus of convert. See cors-policy --help

`
