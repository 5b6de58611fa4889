/** What an editor shows for an option of a JSON config. `src/config/config-schema.ts` checks that none is missing. */
export const OPTION_DESCRIPTIONS = {
  origins:
    "The origins that may read responses: '*' is every origin, 'none' no other origin. An entry is an origin (https://app.example.com) or a pattern (https://*.example.com, http://localhost:*, http://192.168.0.0/16)",
  methods: "Methods that scripts may use in addition to GET, HEAD and POST. '*' allows every method",
  headers:
    "Request headers that scripts may send. JSON bodies need content-type. '*' does not cover authorization without credentials",
  exposeHeaders: 'Response headers that scripts may read in addition to the safelisted ones',
  credentials: 'Whether requests may carry cookies and HTTP authentication',
  maxAge: 'Seconds for which a browser may remember the answer to a preflight, from 0 to 86400',
  preflightStatus: 'The status of an allowed preflight, from 200 to 299. The default is 204',
  enforce: 'Whether requests that change something are refused with 403 when they come from a page of another origin',
  otherwise: 'A config for origins that origins does not match',
  dangerouslyAllowInsecureOrigins:
    'Permits http: origins with credentials or enforce, all of them or those in the list',
  dangerouslyAllowPublicSuffixSubdomains:
    'Permits patterns below names where anyone can register a subdomain, all of them or those in the list',
  dangerouslyAllowPublicAddresses:
    'Permits ranges of public addresses with credentials or enforce, all of them or those in the list',
} as const
