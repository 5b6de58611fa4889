/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/text/doctor-texts.test.ts > TAP > everything else > must match snapshot 1`] = `
the host name cannot be resolved
connection refused
the connection was closed without an answer
the server does not speak HTTP
the response headers are larger than browsers accept (256 kB)
no connection (DETAIL)
no answer in time
the certificate is not trusted (DETAIL)
the certificate is for another name
the certificate has expired
the certificate is not valid yet
no TLS connection (DETAIL)
the server does not speak TLS
the server only offers TLS versions that browsers no longer accept (older than 1.2)
the server refuses the TLS handshake
the server requires a client certificate
"GIVEN" is not a URL. Expected one such as https://api.example.com/things
expected an http or https URL, got the scheme "GIVEN"
scripts cannot fetch URLs with a user name or a password. Pass --header "authorization: …" instead
"GIVEN" is not an origin. Expected one such as https://app.example.com
scripts cannot send this request. GIVEN
"GIVEN" is not the name of a header. Expected one such as x-total-count
browsers never expose timeout to scripts. Send the value in another header
timeout must be a whole number above 0, got GIVEN
cannot read this text. Pass a HAR file, the output of curl -v or curl -i, headers copied from the network panel, or a console message
the URL of the request. Copy the request too, or pass --url.
the origin of the page. Copy the request headers too, or pass --origin https://app.example.com.
how the page is answered: the recorded request has no Origin header. Repeat it with one (curl -v -H 'Origin: https://app.example.com').
how the preflight was answered. Copy the OPTIONS request of the same URL too.
how the preflight is answered, since the recorded OPTIONS has no Origin or no Access-Control-Request-Method. Run curl -v -X OPTIONS -H 'Origin: https://app.example.com' -H 'Access-Control-Request-Method: GET' <url>
how the request itself was answered. Copy it too, or run cors-policy doctor.
the status of the response, which the message does not say. Copy the response headers from the network panel: an error such as 502 looks the same in the console.
what other origins, requests without Origin and caches get. Run cors-policy doctor <url> --origin <origin> to ask the server.
The server cannot be reached.
The page does not get the response.
Healthy: the page gets the response.
The page gets the response, but the check is incomplete.
It is not known what the page gets: the PUT was not sent.
It is not known whether the page gets the response.
The page gets the response, but one thing is wrong.
The page gets the response, but 2 things are wrong.
`

exports[`test/text/doctor-texts.test.ts > TAP > findings > must match snapshot 1`] = `
[dns-failed] The host name api.example.com cannot be resolved
  The console says net::ERR_NAME_NOT_RESOLVED. This is not a CORS problem.
  app: Check the spelling of the URL, and the DNS record of the host.
[connection-refused] Connection refused: nothing listens at api.example.com:8443
  The console says net::ERR_CONNECTION_REFUSED. This is not a CORS problem.
  app: Start the server, and check the port. In a container, listen on 0.0.0.0 and publish the port.
[connection-failed] api.example.com:8443 closes the connection without an answer
  The console says 'Failed to fetch' and net::ERR_…, whatever the CORS headers say.
  app: Check the scheme of the URL (a TLS port closes on plain http), and the log of the server.
[connection-failed] The server at api.example.com:8443 does not speak HTTP
  app: Check the port of the URL: another service listens there.
[connection-failed] The response headers of api.example.com:8443 are larger than browsers accept (256 kB)
  app: Send fewer or smaller headers.
[connection-failed] No connection to api.example.com:8443
  app: Check the network, the firewall and the URL.
[timeout] api.example.com:8443 does not answer in time
  The request stays 'pending' for a long time, and then fails. This is not a CORS problem.
  app: Check that the server is up and that no firewall drops the packets. If it is only slow, pass a longer --timeout.
[tls-untrusted] The certificate of api.example.com:8443 is not trusted
  The console says net::ERR_CERT_AUTHORITY_INVALID. This is not a CORS problem.
  app: Use a certificate of a public authority, and send the intermediate certificates too. If yours is a private authority, pass --ca <file>.
[tls-name-mismatch] The certificate of api.example.com:8443 is not for the name api.example.com
  The console says net::ERR_CERT_COMMON_NAME_INVALID. This is not a CORS problem.
  app: Get a certificate that lists api.example.com, or have the page use a name that the certificate lists. On a load balancer, check the certificate of the listener.
[tls-expired] The certificate of api.example.com:8443 has expired
  The console says net::ERR_CERT_DATE_INVALID. This is not a CORS problem.
  app: Renew the certificate and reload the server. Check the clocks of both machines.
[tls-expired] The certificate of api.example.com:8443 is not valid yet
[tls-failed] No TLS connection to api.example.com:8443
  The console says net::ERR_SSL_…. This is not a CORS problem.
  app: Check the TLS settings of the server.
[tls-failed] The server at api.example.com:8443 does not speak TLS
  app: Turn TLS on at that port, or use the port that has it.
[tls-failed] api.example.com:8443 only offers TLS versions that browsers no longer accept
  app: Allow TLS 1.2 and 1.3.
[tls-failed] api.example.com:8443 refuses the TLS handshake
  app: Allow ciphers that browsers have. If the server requires a client certificate, make it optional for OPTIONS.
[client-certificate-required] api.example.com:8443 requires a client certificate
  Preflights never carry a client certificate, so requests that need one fail.
  app: Make the client certificate optional during the handshake, and check it for every method but OPTIONS.
  nginx: Set 'ssl_verify_client optional;', and refuse requests without a certificate except OPTIONS.
[server-failing] The server answers 401 with and without Origin: this is not a CORS problem
  The console speaks of CORS because the error has no CORS headers. The cause is the error itself.
  app: Send what the server requires to let the request in. Set CORS headers on its refusal too, so that the page can see the status.
  nginx: Look in its log, and ask the app directly.
  apache: Look in its log, and ask the app directly.
  caddy: Look in its log, and ask the app directly.
  load-balancer: Look in its log, and ask the app directly.
  cdn: Look in its log, and ask the app directly.
  api-gateway: Look in its log, and ask the app directly.
  The page gets the response, with status 401.
[server-failing] The server answers 404 with and without Origin: this is not a CORS problem, unless the URL only exists for another method
  app: Check the URL. If only another method exists there, register CORS for the whole app, so that OPTIONS is answered.
[server-failing] The server answers 404 with and without Origin: this is not a CORS problem
  The page gets the response, with status 404.
  app: Check the URL: the server has nothing there.
[server-failing] The server answers 418 with and without Origin: this is not a CORS problem
  app: Find out why the server refuses the request.
  The page gets the response, with status 418.
[server-failing] The server answers 429 with and without Origin: this is not a CORS problem
  app: Wait until the rate limit allows more, or raise it.
  The page gets the response, with status 429.
[server-failing] The server answers 500 with and without Origin: this is not a CORS problem
  app: Look in the log of the server for the reason.
  The page gets the response, with status 500.
[server-failing] The server answers 502 with and without Origin: this is not a CORS problem
  app: Look in the log of the server for the reason. The proxy cannot talk to the app: check that the app runs, its port, and whether it expects http or https (an HTTPS target group needs TLS in the app).
  nginx: The proxy cannot talk to the app: check that the app runs, its port, and whether it expects http or https (an HTTPS target group needs TLS in the app).
  apache: The proxy cannot talk to the app: check that the app runs, its port, and whether it expects http or https (an HTTPS target group needs TLS in the app).
  caddy: The proxy cannot talk to the app: check that the app runs, its port, and whether it expects http or https (an HTTPS target group needs TLS in the app).
  load-balancer: The proxy cannot talk to the app: check that the app runs, its port, and whether it expects http or https (an HTTPS target group needs TLS in the app).
  cdn: The proxy cannot talk to the app: check that the app runs, its port, and whether it expects http or https (an HTTPS target group needs TLS in the app).
  api-gateway: The proxy cannot talk to the app: check that the app runs, its port, and whether it expects http or https (an HTTPS target group needs TLS in the app).
  The page gets the response, with status 502.
[server-failing] The server answers 503 with and without Origin: this is not a CORS problem
  app: Look in the log of the server for the reason. The proxy knows no healthy app: check the health checks and whether the app runs.
  nginx: The proxy knows no healthy app: check the health checks and whether the app runs.
  apache: The proxy knows no healthy app: check the health checks and whether the app runs.
  caddy: The proxy knows no healthy app: check the health checks and whether the app runs.
  load-balancer: The proxy knows no healthy app: check the health checks and whether the app runs.
  cdn: The proxy knows no healthy app: check the health checks and whether the app runs.
  api-gateway: The proxy knows no healthy app: check the health checks and whether the app runs.
  The page gets the response, with status 503.
[server-failing] The server answers 504 with and without Origin: this is not a CORS problem
  app: Look in the log of the server for the reason. The app answers too late: check what it waits for, and the timeouts.
  nginx: The app answers too late: check what it waits for, and the timeouts.
  apache: The app answers too late: check what it waits for, and the timeouts.
  caddy: The app answers too late: check what it waits for, and the timeouts.
  load-balancer: The app answers too late: check what it waits for, and the timeouts.
  cdn: The app answers too late: check what it waits for, and the timeouts.
  api-gateway: The app answers too late: check what it waits for, and the timeouts.
  The page gets the response, with status 504.
[server-failing] The server answers 522 with and without Origin: this is not a CORS problem
  app: Look in the log of the server for the reason. The app does not accept the connection in time: check that it runs, and its firewall.
  nginx: The app does not accept the connection in time: check that it runs, and its firewall.
  apache: The app does not accept the connection in time: check that it runs, and its firewall.
  caddy: The app does not accept the connection in time: check that it runs, and its firewall.
  load-balancer: The app does not accept the connection in time: check that it runs, and its firewall.
  cdn: The app does not accept the connection in time: check that it runs, and its firewall.
  api-gateway: The app does not accept the connection in time: check that it runs, and its firewall.
  The page gets the response, with status 522.
[server-failing] The server answers 404 with and without Origin (ERR_NGROK_3200): this is not a CORS problem
[server-failing] The server answers 403, perhaps because of the origin
[server-failing] The server answers 502: this is not a CORS problem
[not-cors] The page's own Content-Security-Policy blocks the request
  This is not a CORS problem: CORS headers do not change it.
  page: Add the origin of the URL to the directive that the message names, for example connect-src.
[not-cors] The script of a worker must have the page's origin
  page: Serve the script from the page's origin, or start the worker from a blob: URL that imports the script.
[not-cors] The other site does not let this page show it in a frame, or look into the frame
  page: Let the two pages talk with postMessage. To be shown, the other site has to allow it (frame-ancestors).
[not-cors] The image was loaded without CORS, so its pixels cannot be read
  page: Set crossOrigin = 'anonymous' on the image before its src, and send Access-Control-Allow-Origin with it. A page that was opened from a file needs a web server.
[not-cors] A service worker answers with a response that it loaded without CORS
  page: In the service worker, pass event.request to fetch() without mode: 'no-cors'.
[not-cors] The browser or an extension such as an ad blocker blocks the request
  page: Try a private window without extensions. Names such as "ads" or "track" in a URL get it blocked.
[not-cors] An element such as <script> or <img> gets a response that it must not read
  page: Check that the URL returns what the element expects. With the attribute crossorigin, send CORS headers.
[not-cors] The WebSocket fails, and CORS has no part in WebSockets
  page: Look at the status of the handshake in the network panel, the allowed origins of the WebSocket server, and whether the proxy passes Upgrade on.
[not-http] The page loads a file: URL, and CORS only works over http and https
  The browser blocks the request before it is sent.
  page: Serve the folder with a local web server (npx serve, python3 -m http.server), and open the page over http://localhost.
[not-http] The URL in the page has no http:// or https://
  page: Write the whole URL, with its scheme in front: http://localhost:8080/api
[cause-hidden] The message does not say why the request failed
  Safari says this for CORS, and also for a request that was cancelled or got no answer. If the URL has the origin of the page, the cause is not CORS.
  page: Look for a message with the reason next to it in the console. If there is none, copy the status and the headers of the request from the network panel.
  The cause is not CORS, since the URL has the origin of the page. The request was cancelled or got no answer.
  Browsers say this for CORS, for a server that does not answer, and for a request that an extension blocks.
[challenge-page] Cloudflare shows a challenge that only a person can solve
  A script cannot solve the challenge, and the challenge page has no CORS headers.
  app: Exempt the API from the challenge. With ngrok, use a paid domain, or send the header ngrok-skip-browser-warning.
  cdn: Exempt the path of the API, or at least OPTIONS, from challenges and bot protection (Cloudflare: a WAF rule with Skip).
  load-balancer: Exclude the path of the API, or at least OPTIONS, from the rule of the firewall (AWS WAF) that challenges.
[challenge-page] AWS WAF shows a challenge that only a person can solve
[challenge-page] ngrok's warning page shows a challenge that only a person can solve
[challenge-page] A firewall shows a challenge that only a person can solve
[login-redirect] The request is redirected to a login (302 to /login)
  The console speaks of CORS because the login has no CORS headers. The session is missing or has expired.
  app: Answer API requests without a session with 401 and CORS headers, and let the page go to the login. Answer OPTIONS before the session is checked.
  cdn: Let OPTIONS pass the access policy (Cloudflare Access: "Bypass OPTIONS requests to origin"), and have the page log in first.
  load-balancer: Forward OPTIONS without authentication, and set the action for unauthenticated API requests to deny.
[redirect-loop] https://api.example.com/ redirects in a loop
  The console says net::ERR_TOO_MANY_REDIRECTS, or speaks of CORS if the redirect has no CORS headers.
  app: Have the server trust X-Forwarded-Proto of its proxy, so that it does not redirect https to https.
  cdn: Let the CDN connect to the server over https (Cloudflare: SSL mode "Full (strict)" instead of "Flexible").
  nginx: Redirect to https only if $http_x_forwarded_proto is not 'https'.
[mixed-content] The page https://app.example.com is https, and this URL is plain http
  The console says 'Mixed Content'. The browser blocks the request before it is sent, whatever the headers say.
  app: Serve the API over https, and use the https URL in the page.
[local-network-access] 10.0.0.1 is on a local network, and the page is public
  Chrome 142 and later asks the user for permission first (Local Network Access) and blocks the request without it.
  page: For development, open the page from localhost too. Otherwise give the API a public address.
  Chrome 142 and later blocks the request, because the page is not https (Local Network Access).
[resource-policy] Cross-Origin-Resource-Policy is same-origin, which keeps <img>, <script> and <video> of https://app.example.com out
  Elements without crossorigin get net::ERR_BLOCKED_BY_RESPONSE. CORS headers do not change that.
  app: Send Cross-Origin-Resource-Policy: cross-origin for what other sites may show (helmet: crossOriginResourcePolicy: { policy: 'cross-origin' }).
  page: Load it with the attribute crossorigin, if the server sends CORS headers.
[origin-rejected] The server rejects the origin https://app.example.com (403 to the preflight), and answers without it
  The console speaks of CORS. The same URL works in curl and in the address bar.
  app: Add https://app.example.com to the allowed origins if you trust it. Refuse others without the header, not with an error (cors: callback(null, false)).
  bucket: Add a CORS rule to the bucket that allows https://app.example.com, the method and each header.
  cdn: Allow https://app.example.com in the firewall, and pass Origin on to the server.
  api-gateway: Add https://app.example.com to the allowed origins of the gateway.
[origin-rejected] The server rejects the origin https://app.example.com (403), and answers without it
[preflight-redirect] The preflight is redirected, and browsers do not follow
  The console says 'Redirect is not allowed for a preflight request.'
  app: Use the final URL in the page (check the trailing slash), and answer OPTIONS before anything redirects.
  nginx: Exempt OPTIONS from rewrite and return 301, or use the final URL in the page (check the trailing slash).
  cdn: Exempt OPTIONS from the redirect rules, or use the final URL in the page.
  load-balancer: Exempt OPTIONS from the redirect rules of the listener, or use the final URL in the page.
  api-gateway: Use the URL with its stage and without a trailing slash in the page.
[preflight-redirect] The preflight is redirected (301 to /login), and browsers do not follow
[preflight-redirect-https] The preflight is redirected (301) from http to https, and browsers do not follow
  The console says 'Redirect is not allowed for a preflight request.' It works in browsers that remember the host's HSTS.
  page: Write https:// in the URL of the API. The redirect can stay for people who type the address.
[preflight-unauthorized] The server requires authentication for the preflight (401), but browsers never send credentials with one
  Every request that needs a preflight fails: the console says that the preflight's response does not have HTTP ok status, or lacks Access-Control-Allow-Origin. The request itself is never sent.
  app: Answer preflights before authentication: register CORS ahead of the hook or middleware that checks the token.
  nginx: Answer OPTIONS before auth_basic or auth_request: 'if ($request_method = OPTIONS) { … return 204; }'.
  apache: Wrap the authentication in <LimitExcept OPTIONS>.
  cdn: Exempt OPTIONS from the access policy (Cloudflare Access: "Bypass OPTIONS requests to origin").
  load-balancer: Add a rule for OPTIONS that forwards without authentication, above the one that authenticates.
  api-gateway: Remove the authorizer and the API key from the OPTIONS method.
[preflight-method-not-allowed] The server does not allow the method OPTIONS (405)
  app: Answer OPTIONS: register CORS for the whole app and before the routes (FastAPI: add CORSMiddleware).
  nginx: Static files only allow GET and HEAD. Answer OPTIONS: 'if ($request_method = OPTIONS) { … return 204; }' with the headers.
  apache: Let OPTIONS through Limit and RewriteRule, or answer it with 204 and the headers.
  iis: Install the IIS CORS module, or let OPTIONS through Request Filtering and to the app.
  cdn: Allow OPTIONS for the path, and pass Origin and the Access-Control-Request-* headers on.
  load-balancer: Pass OPTIONS on to the app.
  api-gateway: Create the OPTIONS method of the resource, and deploy again.
[preflight-client-error] The preflight gets a status that is not ok
  app: Answer preflights before validation, body parsing and rate limits: a preflight has no body and none of your headers.
  nginx: Exempt OPTIONS from limit_req, and pass it on to the app.
  cdn: Exempt OPTIONS from rate limits and bot protection.
  load-balancer: Exempt OPTIONS from rate limits.
  api-gateway: Exempt OPTIONS from throttling, API keys and request validation.
[preflight-client-error] The preflight gets status 422
[preflight-server-error] The preflight gets status 502, and other requests are answered
  app: Answer OPTIONS: an app that crashes on it, or closes the connection, shows as 500 to 504 behind a proxy. Register CORS first.
  nginx: See the error log for what the app did with OPTIONS, and fix it there.
  cdn: The server fails on OPTIONS: ask it directly, and check that the CDN passes OPTIONS and the Access-Control-Request-* headers on.
  load-balancer: The app closes the connection on OPTIONS (see the termination flags in the log): fix it there.
  api-gateway: Let the gateway answer OPTIONS itself: turn its CORS settings on, and deploy again.
[preflight-body] The 204 response to the preflight must not have a body
  With some proxies and kept-alive connections, the next request hangs or fails now and then.
  app: Send a 204 without body, Content-Length and Transfer-Encoding, or a 200 with Content-Length: 0.
  nginx: Write 'return 204;' without a text, and no add_header Content-Length 0.
  api-gateway: Remove Content-Length from the mapped headers, and leave the mapping template empty.
[preflight-avoidable] Without x-id, baggage the request would need no preflight
  The server answers the request itself, so it works without these headers.
  page: If the API is not yours, leave these headers out: many public APIs answer no preflights.
[allow-origin-missing] Access-Control-Allow-Origin is missing from every response
  The console says that no 'Access-Control-Allow-Origin' header is present on the requested resource.
  app: Register CORS for the whole app and before the routes (Express: app.use(cors(…)), not on one route), and allow https://app.example.com if you trust it.
  nginx: Add https://app.example.com to the allowed origins if you trust it. If the app sends the header, look for proxy_hide_header. A location with an add_header of its own inherits none, and errors need 'always'.
  apache: Add https://app.example.com to the allowed origins if you trust it. Use 'Header always set', so that errors have it too.
  caddy: Add https://app.example.com to the allowed origins if you trust it. Answer OPTIONS with the headers, or pass it on to the app.
  iis: Add https://app.example.com to the allowed origins if you trust it. Use the IIS CORS module: customHeaders of web.config cannot choose an origin.
  cdn: Pass the Origin header on to the server (CloudFront: the origin request policy CORS-S3Origin), or add a response headers policy with CORS.
  bucket: Add a CORS rule to the bucket that allows https://app.example.com and the method.
  load-balancer: Add https://app.example.com to the allowed origins if you trust it. Do it in the app behind the load balancer.
  api-gateway: Turn CORS of the gateway on (Kong: the cors plugin), and allow https://app.example.com. If the gateway only passes on, the function has to send the header.
[allow-origin-missing] Access-Control-Allow-Origin is missing for https://app.example.com
  app: Add https://app.example.com to the allowed origins if you trust it. If it is there, look for responses that CORS does not cover: one route, errors, or OPTIONS.
[allow-origin-missing] Access-Control-Allow-Origin is missing for null
  page: Serve the page from a real origin: sandboxed iframes and local files send Origin: null, which any site can do. Do not allow null.
  app: Do not allow null. Give the page a real origin.
[allow-origin-doubled] x-id and baggage are sent twice (*, *): two layers add CORS headers
  A browser reads both as one value. For Access-Control-Allow-Origin the console says that it contains multiple values, but only one is allowed.
  app: Let only one layer set CORS headers. Remove them here or in the proxy in front, and register CORS once.
  nginx: Delete the add_header Access-Control-* lines, or drop the app's with proxy_hide_header.
  apache: Replace 'Header add' with 'Header set', or remove it if the app sends the header.
  caddy: Remove the header directive, or delete the header of the app with header_down -Access-Control-Allow-Origin.
  iis: Remove the customHeaders from web.config, or CORS from the app.
  cdn: Let the response headers policy override what the server sends, or remove it.
  load-balancer: Replace the header (http-response set-header) instead of adding one.
  api-gateway: Turn CORS off either in the gateway or in the app.
[allow-origin-doubled] Access-Control-Allow-Origin is sent twice (*, *): two layers add CORS headers
[allow-origin-list] Access-Control-Allow-Origin is a list: VALUE
  The console says that the header contains multiple values, but only one is allowed.
  app: The header takes one origin. Set the header to the request's Origin if it is on your list, and add Vary: Origin.
  nginx: The header takes one origin. Choose the origin with a map of $http_origin, and add Vary: Origin.
  caddy: The header takes one origin. Match the Origin with a matcher, and add Vary: Origin.
  cdn: The header takes one origin. Use a response headers policy with a list of origins: it sends the one that asks.
  api-gateway: The header takes one origin. List several in the CORS settings of the gateway, or choose it in the function.
[allow-origin-scheme] Access-Control-Allow-Origin is VALUE, but the page's origin is https://app.example.com (another scheme)
  The console says that the request has been blocked by CORS policy, and the page gets a TypeError.
  app: List the origin with the scheme of the page. Behind a proxy that ends TLS, do not build origins from the scheme of the request.
[allow-origin-port] Access-Control-Allow-Origin is VALUE, but the page's origin is https://app.example.com (another port)
  app: List the origin with its port, and without one if it is the default (443, 80).
[allow-origin-trailing-slash] Access-Control-Allow-Origin is VALUE, but origins have no slash at the end
  app: Remove the slash from the setting.
  nginx: Remove the slash from the add_header line.
  cdn: Remove the slash from the response headers policy.
  bucket: Remove the slash from the CORS rule of the bucket.
  api-gateway: Remove the slash from the allowed origin.
[allow-origin-null] Access-Control-Allow-Origin is null, but the page's origin is https://app.example.com
  app: Never send null: any site can have that origin. Set the header to the request's Origin if it is on your list, and add Vary: Origin.
[allow-origin-empty] Access-Control-Allow-Origin is empty
  app: Leave the header out instead of sending it empty. Set the header to the request's Origin if it is on your list, and add Vary: Origin. Check the variable or setting that the value comes from.
[allow-origin-pattern] Access-Control-Allow-Origin is VALUE, but browsers do not understand patterns
  app: The header takes one origin or '*'. Set the header to the request's Origin if it is on your list, and add Vary: Origin.
[allow-origin-no-scheme] Access-Control-Allow-Origin is VALUE, which is not an origin: the scheme is missing
  app: Write the whole origin: https://app.example.com.
[allow-origin-quoted] Access-Control-Allow-Origin is VALUE, with quotes
  app: Remove the quotes from the value.
[allow-origin-other] Access-Control-Allow-Origin is VALUE, but the page's origin is https://app.example.com
  app: Set the header to the request's Origin if it is on your list, and add Vary: Origin.
  nginx: Choose the origin with a map of $http_origin, and add Vary: Origin.
  apache: Choose the origin with SetEnvIf Origin, and add Vary: Origin.
  iis: Add https://app.example.com to the IIS CORS module, or choose the origin in the app.
  cdn: Pass Origin on to the server and put it into the cache key, or list the origin in the response headers policy.
  bucket: Add https://app.example.com to the CORS rule of the bucket.
  api-gateway: List the origin in the CORS settings of the gateway.
[allow-origin-wildcard-credentials] Access-Control-Allow-Origin is '*', which browsers ignore when credentials are included
  The console says that the header must not be the wildcard '*' when the request's credentials mode is 'include'.
  app: List the origins and allow credentials, or send the request without credentials. Do not reflect every Origin instead.
  nginx: Choose the origin with a map of $http_origin, and add Vary: Origin. Add Access-Control-Allow-Credentials: true.
  cdn: List the origins in the response headers policy, with credentials.
  api-gateway: List the origins in the CORS settings, and allow credentials.
[allow-credentials-not-true] Access-Control-Allow-Credentials is 'True', but must be exactly 'true'
  The console says that the value of the header must be 'true'.
  app: Send 'true', in lower case and once. Leave the header out instead of sending 'false'.
  nginx: Send 'true' once: if the app sends it too, delete one of the two.
[authorization-not-covered] Access-Control-Allow-Headers does not list authorization ('*' does not cover it)
  The console says that the request header field authorization is not allowed.
  app: Add authorization to the allowed headers. '*' does not cover it.
  nginx: Add Authorization to add_header Access-Control-Allow-Headers. '*' does not cover it.
  cdn: Add Authorization to the response headers policy.
  bucket: Add Authorization to the headers of the CORS rule.
  api-gateway: Add authorization to the allowed headers.
[header-not-covered] Access-Control-Allow-Headers does not list x-id, baggage ('*' does not cover it)
  The console says that the request header field x-id is not allowed.
  app: Add x-id, baggage to the allowed headers.
  nginx: Add x-id, baggage to add_header Access-Control-Allow-Headers.
  apache: Add x-id, baggage to Header set Access-Control-Allow-Headers.
  cdn: Add x-id, baggage to the allowed headers of the policy.
  bucket: Add x-id, baggage to AllowedHeaders of the CORS rule.
  api-gateway: Add x-id, baggage to the allowed headers.
  page: Or leave x-id, baggage out of the request.
[method-not-covered] Access-Control-Allow-Methods does not list PUT ('*' does not cover it)
  The console says that the method PUT is not allowed.
  app: Add PUT to the allowed methods (methods are case-sensitive).
  nginx: Add PUT to add_header Access-Control-Allow-Methods.
  apache: Add PUT to Header set Access-Control-Allow-Methods.
  cdn: Add PUT to the allowed methods of the policy.
  bucket: Add PUT to AllowedMethods of the CORS rule.
  api-gateway: Add PUT to the allowed methods.
[authorization-not-covered] Access-Control-Allow-Headers does not list authorization
[header-not-covered] Access-Control-Allow-Headers does not list x-id, baggage
[method-not-covered] Access-Control-Allow-Methods does not list PUT
[header-not-covered] Access-Control-Allow-Headers does not list access-control-allow-origin
  The console says that the request header field access-control-allow-origin is not allowed.
  page: Remove access-control-allow-origin from the request: servers send these headers, pages do not.
  app: Remove access-control-allow-origin from the request: servers send these headers, pages do not.
[method-not-covered] Access-Control-Allow-Methods does not list patch
  The console says that the method patch is not allowed.
  page: Write the method as 'PATCH': browsers do not upper-case it.
  app: Write the method as 'PATCH': browsers do not upper-case it.
[allow-headers-invalid] Access-Control-Allow-Headers contains 'a b', which is not a valid header name
  The console says that the header cannot be parsed, and the whole preflight fails.
  app: Separate the names with commas, without spaces inside names, quotes or semicolons.
[allow-methods-invalid] Access-Control-Allow-Methods contains 'GET;', which is not a valid method
  app: Separate the methods with commas, without quotes or semicolons.
[max-age-above-cap] Access-Control-Max-Age is 86400, more than browsers accept
  Chromium asks again after 7200 seconds, Safari after 600.
  app: Harmless. Set 7200; Chromium caps it there anyway.
[expose-headers-missing] Scripts cannot read x-id, baggage
  response.headers.get() returns null, though the network panel shows the header.
  app: Add the headers the page reads to Access-Control-Expose-Headers.
  bucket: Add the headers the page reads to ExposeHeaders of the CORS rule.
  cdn: Add the headers the page reads to the exposed headers of the policy.
  response.headers.get() returns null. This response does not have the header either.
[expose-wildcard-credentials] Access-Control-Expose-Headers is '*', which exposes nothing with credentials: scripts cannot read x-id, baggage
  app: List the headers that the page reads.
[cached-without-cors] A cache serves a copy without CORS headers, stored for a request without Origin
  It works intermittently: after an <img> or a crawler has filled the cache, pages get a copy without Access-Control-Allow-Origin; canvases are tainted and fonts fail to load.
  app: Send Vary: Origin with every response: without Origin and on errors too. Then purge the cache.
  nginx: Have the app send Vary: Origin with every response, or put $http_origin into proxy_cache_key. Then empty the cache.
  cdn: Put Origin into the cache key (CloudFront: a cache policy with the Origin header), and have the server send Vary: Origin. Then purge the cache.
  load-balancer: Have the app send Vary: Origin, and do not delete it on the way.
  api-gateway: Add Vary: Origin to the responses. In API caching, make Origin a cache key.
[cached-for-another-origin] A cache serves one site the copy of another, https://b.example.com
  It works on one site and not on the other, depending on who came first.
[cached-without-cors] A cache serves a copy without CORS headers, stored for a request without Origin (Age: 60)
[cached-for-another-origin] A cache serves one site the copy of another, https://b.example.com (Age: 60)
[instances-differ] The same preflight gets different answers: 2 of 4 pass, and no cache is involved
  It works now and then, depending on which server answers.
  app: Deploy the same version and the same CORS settings to every instance.
  load-balancer: Compare the targets behind the load balancer: one of them has other CORS settings.
[instances-differ] The same request gets different answers: 2 of 4 pass, and no cache is involved
[error-without-cors] CORS headers are missing on errors (404)
  The console shows a CORS failure instead of the error: the page never learns the status or the message.
  app: Register CORS first and for the whole app, so that 404 and 500 have the headers too.
  nginx: Add 'always' to add_header: without it nginx adds nothing to errors.
  apache: Write 'Header always set': without 'always' Apache adds nothing to errors.
  cdn: Add the headers to custom error pages and to the responses of the firewall (CloudFront: a response headers policy).
  load-balancer: The errors of the load balancer itself (502, 503, 504) have no CORS headers. Add them to its error pages.
  api-gateway: Add the headers to the gateway's own responses (AWS: DEFAULT_4XX and DEFAULT_5XX).
[status-not-ok] The page gets the response, with status 401
  The script sees the status: CORS lets it through.
  app: Send the credentials that the API requires, for instance with --header "authorization: …".
[status-not-ok] The page gets the response, with status 404
  app: Check the URL, and what the request has to contain.
[method-not-sent] The POST itself was not sent. The GET in its place got status 200
  The response to the real request may have other headers.
  page: Run the doctor with --send-actual where a POST does no harm.
[method-not-sent] The POST itself was not sent. The GET in its place got status 405
  Nothing is known about the response that the page gets.
[no-response] The request itself gets no answer
  The console says 'Failed to fetch' and net::ERR_…. This is not a CORS problem.
  app: Find out why the server does not answer (no answer in time). The page fails the same way.
[redirect-cross-origin] The request is redirected from https://app.example.com to https://b.example.com, and arrives with Origin: null
  The console says that the request to the last URL, redirected from the first, has been blocked by CORS policy.
  page: Request the final URL directly. Do not allow null on the server: any site can send it.
  cdn: Have the CDN fetch the URL instead of redirecting, or request the final URL directly.
[redirect-without-cors] The request is redirected (to /things/), and the redirect has no CORS headers
  The console says that no 'Access-Control-Allow-Origin' header is present, and shows the URL before the redirect.
  page: Request the final URL directly. Check the scheme, the host and the trailing slash.
  app: Use the final URL in the page (check the trailing slash), or register CORS before what redirects.
[redirect-without-cors] The request is redirected (301 to /things/), and the redirect has no CORS headers
[redirect-refused] The request fails at a redirect. The Location header is not one URL.
  The console says that the redirect failed or is not allowed.
  app: Request the final URL directly, or fix the redirect: one absolute https URL in Location, without user name and password, and with CORS headers at both ends.
[origin-reflected] Any origin is allowed: the server reflects https://x.invalid
  None visible, but any site can read this URL's responses with the visitor's cookies.
  app: List the origins that you trust. (cors and @fastify/cors reflect with origin: true, and FastAPI does with allow_origins=["*"] and credentials.)
  nginx: Do not copy $http_origin into the header: choose with a map of $http_origin.
  cdn: List the origins in the response headers policy.
  api-gateway: List the origins in the CORS settings.
  None visible, but any site can read this URL's responses, without cookies.
[near-miss-accepted] https://x.invalid is allowed, which only looks like the page's origin
  None visible, but anyone who registers such a name can read this URL's responses with the visitor's cookies.
  app: Compare the whole Origin with a list, not with startsWith, endsWith, includes or a regular expression with an unescaped dot. Do not allow every name below a shared domain such as vercel.app.
  nginx: Anchor and escape the regular expressions of the map: ~^https://([a-z0-9-]+\\.)?example\\.com$
  api-gateway: Compare the whole Origin with a list, not with startsWith, endsWith, includes or a regular expression with an unescaped dot. Do not allow every name below a shared domain such as vercel.app.
  None visible, but anyone who registers such a name can read this URL's responses, without cookies.
[scheme-not-checked] The same host over plain http is allowed: https://x.invalid
  None visible, but anyone on the same network can serve such a page and read this URL's responses with the visitor's cookies.
  app: Compare the scheme too: only list https:// origins.
  None visible, but anyone on the same network can serve such a page and read this URL's responses, without cookies.
[port-not-checked] Other ports of the host are allowed: https://x.invalid
  None visible, but any other program on that host can read this URL's responses with the visitor's cookies.
  app: Compare the port too.
  None visible, but any other program on that host can read this URL's responses, without cookies.
[null-accepted] The origin null is allowed
  None visible, but any site can send that origin from a sandboxed iframe and read this URL's responses with the visitor's cookies.
  app: Remove null from the allowed origins. For local files and apps, serve the page from a real origin.
  nginx: Remove null from the map of $http_origin.
  None visible, but any site can send that origin from a sandboxed iframe and read this URL's responses, without cookies.
[cookie-not-cross-site] Browsers do not keep the cookie sid for https://app.example.com, a page of another site: it is not SameSite=None; Secure
  The login succeeds, and the next request is not logged in.
  app: Set SameSite=None; Secure, and expect browsers that block third-party cookies. Or serve the API from a subdomain of the site.
[cookie-ignored] The server sets the cookie sid, and the page sends no credentials
  Browsers ignore the cookie.
  page: Set credentials: 'include' if the page needs the cookie, and run the doctor with --credentials.
[same-origin] The URL belongs to the page's own origin, https://app.example.com, so CORS plays no part
  The page reads the response whatever the headers say.
  page: Nothing to do. If a console speaks of CORS, the page has another origin: look at its address.
[incomplete] The check is incomplete: 1 planned request has no answer (foreign)
  Nothing is known about these.
  page: Pass a longer --timeout.
[incomplete] The check is incomplete: a redirect leads to a private network, and was not followed
  page: Pass --follow-private if that network is yours.
[incomplete] The check is incomplete: 2 planned requests have no answer (foreign, null)
[preflight-forbidden] The preflight is forbidden (403)
  app: Check the allowed origins, and look for CSRF protection or an IP filter that runs before CORS.
  nginx: Look for deny, limit_except and ModSecurity rules, and let OPTIONS through.
  cdn: Let OPTIONS through the firewall, and add it to the allowed methods of the path.
  bucket: Add a CORS rule to the bucket that allows the origin, the method and each header.
  load-balancer: Let OPTIONS through the firewall (WAF) rules.
  api-gateway: Create the OPTIONS method (enable CORS) and deploy again. Exempt it from resource policies and the firewall.
[preflight-not-found] The server has no route for the preflight (404)
  app: Register CORS for the whole app and before the routes: a route for GET or PUT does not answer OPTIONS.
  nginx: Pass OPTIONS on to the app, or answer it here with 204 and the headers.
  cdn: Pass OPTIONS on to the server (CloudFront: allow GET, HEAD and OPTIONS, or all methods).
  load-balancer: Add the method OPTIONS to the rule that forwards the path.
  api-gateway: Add an OPTIONS route, or turn CORS of the gateway on, and deploy again.
[preflight-timeout] The preflight gets no answer in time
  The request stays 'pending' for a long time, and then fails.
  app: Answer OPTIONS: a handler or middleware receives it, but neither answers nor calls next().
[preflight-no-response] The connection is closed without an answer to the preflight
  The console says 'net::ERR_EMPTY_RESPONSE', and that the preflight did not succeed.
  app: Answer OPTIONS, and look for a firewall in front that drops it.
[allow-credentials-missing] Access-Control-Allow-Credentials is missing, and the request includes credentials
  The console says that the value of the header is '' and must be 'true'.
  app: Allow credentials in the CORS policy, for preflights and for responses, or send the request without credentials.
[vary-missing] Vary: Origin is missing, so a cache may give one site the copy of another
  It works until a cache, also that of the browser, serves two sites: then one of them is blocked.
  app: Send Vary: Origin with every response: without Origin and on errors too.
  nginx: Add 'add_header Vary Origin always;' in each location that has add_header lines.
  cdn: Put Origin into the cache key (CloudFront: a cache policy with the Origin header), and have the server send Vary: Origin.
[vary-missing-without-origin] Vary: Origin is missing where the request has no Origin, so a cache may give that copy to a page
  It works until an <img> loads the URL first: then a canvas, a font or fetch() gets the copy without CORS headers.
[vary-missing-error] Vary: Origin is missing on errors
  It works until a cache keeps a 404: then another site sees a CORS failure instead.
[vary-missing-preflight] Vary: Origin is missing on the response to the preflight
  Browsers and most caches do not store responses to OPTIONS. A CDN that is told to does.
[cacheable-without-cors] Without Origin the response has neither Access-Control-Allow-Origin nor Vary: Origin, and may be cached
  It works until an <img> loads the URL first: then the browser or a CDN gives that copy to a canvas, a font or fetch(), and it is blocked.
  bucket: The bucket only sends Vary where there is an Origin. Add Vary: Origin in the CDN in front, or load the image with crossorigin everywhere.
  page: Load the URL with the attribute crossorigin everywhere, so that every copy has the header.
[cookie-over-http] Cookies travel over plain http
  Anyone on the network path can read and set them. Cookies with Secure are not sent, so users look logged out.
  app: Serve the API over https, and set Secure on the cookies.
`
