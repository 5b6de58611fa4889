/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/text/interop.test.ts > TAP > every sentence > must match snapshot 1`] = `
computed-value: Ref is not a literal value. Write the origins here, or read them in code with origins: parseOrigins(process.env.CORS_ORIGINS)
computed-value: Ref is not a literal value. Write the value here
conditional-wildcard: '*' is sent only if a condition about the origin holds. List the origins that the condition allows: origins: ['https://app.example.com']
credentials-differ: S3 allows credentials for listed origins, with and without credentials in the policy
credentials-differ: S3 allows credentials for listed origins. The policy does not; set credentials: true if scripts send them
credentials-differ: dropped credentials: browsers reject them with '*', so they have no effect there
dangerous-option-dropped: API Gateway has no such option; the document contains what the option permits
dangerous-option-dropped: CloudFront has no such option; the document contains what the option permits
dangerous-option-dropped: R2 has no such option; the document contains what the option permits
dangerous-option-dropped: S3 has no such option; the document contains what the option permits
dangerous-option-dropped: Starlette has no such option; the document contains what the option permits
dangerous-option-dropped: Traefik has no such option; the document contains what the option permits
dangerous-option-dropped: ingress-nginx has no such option; the document contains what the option permits
dangerous-option-dropped: nginx has no such option; the document contains what the option permits
default-port: http://localhost:* also matches the default port, where the source requires a port
default-used: ingress-nginx does not accept * here, and uses its default list
document-limit: has too many characters (limit 1000000). Convert only the part about CORS
document-limit: has too many levels of nesting (limit 64). Convert only the part about CORS
document-limit: has too many values (limit 200000). Convert only the part about CORS
document-limit: is not text. Expected JSON, YAML, XML or source code in UTF-8
document-syntax: is not valid JSON: colon expected
document-template: contains template code ({{ … }}). Render it first, for example with helm template, and convert the result
document-unreadable: could not be read because it threw "no"
expose-wildcard-dropped: R2 does not accept '*' here. List the response headers that scripts read
expose-wildcard-dropped: S3 does not accept '*' here. List the response headers that scripts read
expose-wildcard-dropped: ingress-nginx does not accept '*' here. List the response headers that scripts read
headers-narrowed: dropped content-type: Cloud Storage has one list for request and response headers
literal-pattern: Starlette compares this text literally, so it never matches; as a pattern it would match. List the origins, or write the pattern into the config by hand. Did you mean 'https://*.a.test'?
max-age-capped: no browser remembers a preflight for longer than 86400 s
max-age-explicit: Istio does not accept 0. Without a number browsers remember a preflight for 5 seconds
max-age-explicit: Starlette always sends a number: 5 is what browsers use without one
max-age-explicit: Traefik always sends a number: 5 is what browsers use without one
max-age-explicit: a negative number stops browsers from remembering a preflight. In the config that is 0
max-age-explicit: ingress-nginx always sends a number: 5 is what browsers use without one
method-any: is not a method that browsers send. Did you mean '*'?
method-dropped: S3 does not know A$
method-dropped: S3 does not know PURGE
methods-narrowed: '*' becomes DELETE, OPTIONS, PATCH, PUT, the methods that CloudFront knows
names-dropped: dropped Access-Control-Allow-Origin: these are headers of the CORS protocol in the wrong list
names-dropped: dropped DNT, Keep-Alive: no script can send these headers
names-dropped: dropped Host: no script can send these headers
names-dropped: dropped Set-Cookie: no script can read these headers
names-dropped: dropped TRACE: no script can send these methods
not-enabled: ingress-nginx sends no CORS headers unless enable-cors is true, so no other origin may read
not-read: is a configuration of Flask-CORS, which cors-policy does not read. Write a config by hand: { origins: ['https://app.example.com'], methods: ['PUT'], headers: ['content-type'], credentials: true }
nothing-found: has no CORS configuration of API Gateway. Expected an object with some of AllowOrigins, AllowMethods, AllowHeaders, ExposeHeaders, AllowCredentials, MaxAge
one-label: ingress-nginx allows one label here. Our pattern also allows deeper names, so write it by hand if that is right. Did you mean 'https://*.a.test'?
option-dropped: dropped cacheControl: it has no equivalent, and does not affect browsers
options-conflict: AllowOrigins and allow_origins are one option with different values. Remove one of them
options-elsewhere: gets more options elsewhere in the code. Write all of them here
origin-default: is absent, and cors then allows every origin. List your origins
origin-function: @fastify/cors calls this function for each request, so its options cannot be read. Pass a function that chooses a compiled policy for each request: see "A policy for each host" in docs/servers.md
origin-function: cors calls this function for each request, so its origins cannot be read. List them in origins, or keep them as data with livePolicy() and policy.origins: see docs/data-origins.md
origin-prefix: is only the start of an origin, so anyone can have a longer name that begins with the same text. Use an exact match. Did you mean { exact: 'https://a.test' }?
paths-differ: 2 parts of this text set different CORS headers, for different paths. Convert one part at a time, and use a policy per route
pattern-narrowed: narrowed to https://pr-*.a.test: the source also matched across dots or the empty string; the pattern matches 1 or more characters within one label
pattern-one-label: ingress-nginx allows one label for '*', so deeper names of https://*.a.test are not allowed there
pattern-one-way: exported as a regular expression; it cannot be converted back to a range
pick-not-found: is not the path of a CORS configuration. Found: 'a'
pick-not-found: is not the path of a CORS configuration. Found: none
port-required: requires a port, and our pattern for any port also matches the default one. List the origin without a port too if that is right. Did you mean 'https://a.test:*'?
preflight-differs: @fastify/cors answers every OPTIONS request as a preflight; a policy leaves others to the app
preflight-differs: Traefik sends CORS headers to origins that it does not allow; browsers reject them
preflight-differs: cors passes preflights on to the app; a policy answers them before any handler
preflight-from-origin: CloudFront answers no preflights. Let its cache pass OPTIONS on to an app that answers with a status from 200 to 299
preflight-off: @fastify/cors leaves preflights to the app, and a policy always answers them. Remove it
reflects-any-origin: Starlette reflects every origin and allows credentials, so any site can read your users' data. List the origins (origins: ['https://app.example.com']), or remove credentials
regex-flags: unsupported flags "g"; only 'i' is allowed. Did you mean /^https:\\/\\/a\\.test$/?
regex: allows one label below the domain. Our pattern also allows deeper names, so write it by hand if that is right. Did you mean 'https://*.a.test'?
regex: allows only certain names or numbers. Our pattern allows any, so write it by hand if that is right. Did you mean 'https://*.a.test'?
regex: allows only ports with a certain number of digits. Our pattern allows any port, so write it by hand if that is right. Did you mean 'http://localhost:*'?
regex: has an open end, so anyone can have a longer name that begins with the same text. Did you mean 'https://a.test'?
regex: has an unescaped dot, which matches any character, so names that differ in that character match too. Did you mean 'https://*.a.test'?
regex: has an unescaped dot, which matches any character, so names that differ in that character match too. Did you mean 'https://a.test'?
regex: has no dot before the domain, so anyone can register another name that ends in the same text. Did you mean 'https://a.test', 'https://*.a.test'?
regex: has no scheme, so it matches origins with any scheme, http included. Did you mean 'https://a.test', 'https://*.a.test'?
regex: is a regular expression that cannot be read. List the origins, or write a pattern such as https://*.example.com
regex: is a regular expression that no pattern can express exactly. List the origins, or write a pattern such as https://*.example.com
regex: is not anchored with ^ and $, so it also matches origins that only contain the text. Did you mean 'https://a.test', 'https://*.a.test'?
regex: matches every origin. List the origins, or write '*' (without credentials) to let every site read
regex: matches no origin that a browser sends. Remove it, or write the origin that you mean
regex: matches too many origins to list. Write a pattern such as https://*.example.com
regex: requires a port, and the pattern for any port also matches the default one. Did you mean 'https://a.test:*'?
rule-not-found: expected the number of a rule, from 1 to 1
rules-differ: the 2 rules give different answers, and a policy has one. Convert one rule with rule or --rule (1 to 2), and use a policy per route
safelisted-method: GET, HEAD, POST are allowed too: no CORS header can forbid GET, HEAD and POST
safelisted-method: HEAD is allowed too: no CORS header can forbid GET, HEAD and POST
safelisted-method: HEAD, POST are allowed too: no CORS header can forbid GET, HEAD and POST
several-found: has several CORS configurations of API Gateway. Choose one with pick (--pick): 'a', 'b'
shorthand: cors: true uses defaults that differ by version and route. Write the values. Did you mean { origins: '*', headers: ['content-type', 'authorization'] }?
source-fails: Starlette fails at run time when allow_origins is None. Remove allow_origins, or give it a value
source-rejects: ingress-nginx does not accept this origin, and may allow every origin instead. Write the origin that you mean into the config by hand. Did you mean 'http://[::1]'?
status-fixed: API Gateway always answers preflights with 204; browsers accept any status from 200 to 299
status-fixed: Traefik always answers preflights with 200; browsers accept any status from 200 to 299
target-enforce: API Gateway cannot enforce. Keep enforce in the app and convert a config without it
target-enforce: Cloud Storage cannot enforce. Keep enforce in the app and convert a config without it
target-enforce: CloudFront cannot enforce. Keep enforce in the app and convert a config without it
target-enforce: R2 cannot enforce. Keep enforce in the app and convert a config without it
target-enforce: S3 cannot enforce. Keep enforce in the app and convert a config without it
target-enforce: Starlette cannot enforce. Keep enforce in the app and convert a config without it
target-enforce: Traefik cannot enforce. Keep enforce in the app and convert a config without it
target-enforce: ingress-nginx cannot enforce. Keep enforce in the app and convert a config without it
target-headers: '*' of S3 also allows Authorization. Write ['*', 'authorization'] if that is right, or list the headers
target-headers: '*' of Starlette also allows Authorization. Write ['*', 'authorization'] if that is right, or list the headers
target-headers: API Gateway sends '*' literally, and with credentials browsers read it as a header name. List the headers
target-headers: Cloud Storage has one list for headers and exposeHeaders. Write the same names in both
target-headers: CloudFront sends '*' literally, and with credentials browsers read it as a header name. List the headers
target-headers: R2 does not accept '*' here. List the headers
target-headers: Starlette always allows Content-Type. Add 'content-type' to headers to accept that
target-headers: Traefik sends '*' literally, and with credentials browsers read it as a header name. List the headers
target-headers: ingress-nginx accepts only letters, digits, hyphens and underscores in a name
target-headers: ingress-nginx does not accept '*' here. List the headers
target-name: contains '$', which nginx reads as the start of a variable
target-name: expected a lower-case letter, then at most 19 lower-case letters, digits and underscores
target-none: API Gateway cannot say that no origin is allowed. Remove its CORS configuration instead
target-none: Cloud Storage cannot say that no origin is allowed. Remove its CORS configuration instead
target-none: CloudFront cannot say that no origin is allowed. Remove its CORS configuration instead
target-none: R2 cannot say that no origin is allowed. Remove its CORS configuration instead
target-none: S3 cannot say that no origin is allowed. Remove its CORS configuration instead
target-none: Traefik cannot say that no origin is allowed. Remove its CORS configuration instead
target-none: ingress-nginx cannot say that no origin is allowed. Remove its CORS configuration instead
target-origin: API Gateway accepts only the schemes http and https
target-origin: API Gateway has no patterns. List the origins
target-origin: Cloud Storage has no patterns. List the origins
target-origin: R2 accepts only the schemes http and https
target-origin: R2 has no patterns. List the origins
target-origin: S3 accepts one wildcard per origin. Write the port, or list the origins
target-origin: S3 has no address ranges. List the origins
target-origin: S3 has no wildcard for the hosts of a scheme. List the origins
target-origin: cannot be written as a regular expression. List the origins
target-origin: ingress-nginx accepts only the schemes http and https
target-origin: ingress-nginx does not accept this host, and may allow every origin instead. List other names
target-origin: ingress-nginx has no address ranges. List the origins
target-origin: ingress-nginx has no wildcard for ports. List the ports
target-origin: the wildcard of CloudFront only works for subdomains (https://*.example.com). List the origins
target-origin: the wildcard of S3 also matches dots. List the origins
target-origin: the wildcard of ingress-nginx only works for subdomains (https://*.example.com). List the origins
target-otherwise: API Gateway gives all origins the same answer. Convert a config without otherwise
target-otherwise: CloudFront gives all origins the same answer. Convert a config without otherwise
target-otherwise: Starlette gives all origins the same answer. Convert a config without otherwise
target-otherwise: Traefik gives all origins the same answer. Convert a config without otherwise
target-otherwise: ingress-nginx gives all origins the same answer. Convert a config without otherwise
target-rules: Cloud Storage tries the next rule when one does not fit, so the origins of an outer config would also get PUT, a. Add these methods and headers to the outer config, or convert a config without otherwise
target-rules: R2 tries the next rule when one does not fit, so the origins of an outer config would also get PUT, a. Add these methods and headers to the outer config, or convert a config without otherwise
target-rules: S3 tries the next rule when one does not fit, so the origins of an outer config would also get PUT, a. Add these methods and headers to the outer config, or convert a config without otherwise
target-size: is too long for S3, which accepts 65536 bytes of configuration
unknown-key: unknown option. Known options: AllowOrigins, AllowMethods, AllowHeaders, ExposeHeaders, AllowCredentials, MaxAge
vary-not-always: Cloud Storage does not send Vary: Origin with every response, so a cache may give a page a copy without CORS headers
vary-not-always: CloudFront does not send Vary: Origin with every response, so a cache may give a page a copy without CORS headers
vary-not-always: Istio does not send Vary: Origin with every response, so a cache may give a page a copy without CORS headers
vary-not-always: R2 does not send Vary: Origin with every response, so a cache may give a page a copy without CORS headers
vary-not-always: S3 does not send Vary: Origin with every response, so a cache may give a page a copy without CORS headers
vary-not-always: Starlette does not send Vary: Origin with every response, so a cache may give a page a copy without CORS headers
vary-not-always: ingress-nginx does not send Vary: Origin with every response, so a cache may give a page a copy without CORS headers
wildcard-dropped: dropped '*': with credentials browsers read it as a literal name. List the methods
wildcard-dropped: dropped '*': with credentials browsers read it as a literal name. List the request headers
wildcard-dropped: dropped '*': with credentials browsers read it as a literal name. List the response headers
wildcard-in-list: in a list cors compares '*' literally, so it matches no origin. Write origin: '*', or remove it
wrong-value: expected a number of seconds, got "soon"
`
