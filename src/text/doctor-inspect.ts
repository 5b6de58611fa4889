/** What a record does not tell, and the one thing that would tell it. */
export const UNKNOWN_TEXTS = {
  url: 'the URL of the request. Copy the request too, or pass --url.',
  origin: 'the origin of the page. Copy the request headers too, or pass --origin https://app.example.com.',
  'request-origin':
    "how the page is answered: the recorded request has no Origin header. Repeat it with one (curl -v -H 'Origin: https://app.example.com').",
  preflight: 'how the preflight was answered. Copy the OPTIONS request of the same URL too.',
  'not-preflight':
    "how the preflight is answered, since the recorded OPTIONS has no Origin or no Access-Control-Request-Method. Run curl -v -X OPTIONS -H 'Origin: https://app.example.com' -H 'Access-Control-Request-Method: GET' <url>",
  actual: 'how the request itself was answered. Copy it too, or run cors-policy doctor.',
  status:
    'the status of the response, which the message does not say. Copy the response headers from the network panel: an error such as 502 looks the same in the console.',
  others:
    'what other origins, requests without Origin and caches get. Run cors-policy doctor <url> --origin <origin> to ask the server.',
}
