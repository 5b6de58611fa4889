import type { FindingText } from './finding-text.js'

const COMPARE =
  'Compare the whole Origin with a list, letter by letter: no startsWith, endsWith, includes, and no regular expression with an unescaped dot.'

export const SECURITY_TEXTS = {
  'origin-reflected': {
    severity: 'warning',
    title: 'Any origin is allowed: {origin}, which nobody has listed, is sent back',
    sees: 'Nothing. Any site can read what this URL answers, {data}.',
    fix: {
      app: 'List the origins that you trust. (cors and @fastify/cors: origin: true reflects; so does allow_origins=["*"] with credentials in FastAPI.)',
      nginx: 'Do not write $http_origin into the header: choose with a map of $http_origin.',
      cdn: 'List the origins in the response headers policy.',
      'api-gateway': 'List the origins in the CORS settings.',
    },
  },
  'near-miss-accepted': {
    severity: 'warning',
    title: "{origin} is allowed, which only looks like the page's origin",
    sees: 'Nothing. Whoever registers such a name can read what this URL answers, {data}.',
    fix: {
      app: COMPARE,
      nginx: "Anchor and escape the map's regular expressions: ~^https://([a-z0-9-]+\\.)?example\\.com$",
      'api-gateway': COMPARE,
    },
  },
  'scheme-not-checked': {
    severity: 'warning',
    title: 'The same host over plain http is allowed: {origin}',
    sees: 'Nothing. Whoever is in the same network can make such a page, and read what this URL answers, {data}.',
    fix: { app: 'Compare the scheme as well: list https:// origins alone.' },
  },
  'port-not-checked': {
    severity: 'warning',
    title: 'Other ports of the host are allowed: {origin}',
    sees: 'Nothing. Whatever else runs on that host can read what this URL answers, {data}.',
    fix: { app: 'Compare the port as well.' },
  },
  'null-accepted': {
    severity: 'warning',
    title: 'The origin null is allowed',
    sees: 'Nothing. Any site can have that origin, with a sandboxed frame, and read what this URL answers, {data}.',
    fix: {
      app: 'Take null off the list. For local files and apps, serve the page from a real origin.',
      nginx: 'Take null out of the map of $http_origin.',
    },
  },
  'mixed-content': {
    severity: 'error',
    title: 'The page {origin} is https, and this URL is plain http',
    sees: "The console says 'Mixed Content': the browser blocks the request before it is sent, whatever the headers say.",
    fix: { app: 'Serve the API over https, and write https:// in the page.' },
  },
  'cookie-over-http': {
    severity: 'warning',
    title: 'Cookies travel over plain http',
    sees: 'Whoever is in the same network can read and set them. Cookies with Secure are not sent at all, so users look logged out.',
    fix: { app: 'Serve the API over https, and set Secure on the cookies.' },
  },
  'cookie-not-cross-site': {
    severity: 'error',
    title: 'The cookie {names} is not SameSite=None; Secure, so it is not kept for a page of another site ({origin})',
    sees: 'The login succeeds, and the next request is not logged in.',
    fix: {
      app: 'Set SameSite=None; Secure (and expect browsers that block third-party cookies), or serve the API from a subdomain of the site.',
    },
  },
  'same-origin': {
    severity: 'note',
    title: "The URL is of the page's own origin, {origin}: CORS plays no part",
    sees: 'The page reads the response whatever the headers say.',
    fix: { app: 'Nothing. If a console speaks of CORS, the page has another origin: look at its address.' },
  },
} as const satisfies Record<string, FindingText>
