/** Advice on a config that compiles, by its code. */

interface Named {
  readonly name: string
}

interface OfOrigin {
  readonly origin: string
}

interface OfProtocol {
  readonly protocol: string
  readonly option: 'headers' | 'exposeHeaders'
  readonly names: readonly string[]
}

export const ADVICE_TEXTS = {
  'content-type-not-allowed': () => "scripts cannot send JSON: add 'content-type' to headers if they should",
  'authorization-not-covered': () =>
    "'*' does not cover Authorization: write ['*', 'authorization'] if scripts send tokens",
  'max-age-above-limit': ({ chromium, webkit }: { readonly chromium: number; readonly webkit: number }) =>
    `Chrome remembers a preflight for at most ${chromium} s, and Safari for ${webkit} s`,
  'max-age-missing': ({ assumed, suggested }: { readonly assumed: number; readonly suggested: number }) =>
    `without maxAge browsers repeat the preflight every ${assumed} s. Consider maxAge: ${suggested}`,
  'max-age-zero': () => 'browsers send a preflight before every request. Use maxAge: 0 only for debugging',
  'localhost-in-production': ({ origin }: OfOrigin) =>
    `'${origin}' allows any program on a user's machine. Keep localhost out of production configs`,
  'insecure-origin': ({ origin }: OfOrigin) =>
    `'${origin}' uses plain http: anyone on the network path can impersonate it. Use https where you can`,
  'public-suffix-pattern': ({ origin, domain }: OfOrigin & { readonly domain: string }) =>
    `'${origin}' allows names below ${domain}, and anyone can register one. List your own`,
  'apex-not-covered': ({ origin, apex }: OfOrigin & { readonly apex: string }) =>
    `'${origin}' does not match '${apex}' itself. Add that too if its pages send requests`,
  'origin-covered': ({ origin, by }: OfOrigin & { readonly by: keyof typeof COVERED_BY }) =>
    `'${origin}' has no effect: ${COVERED_BY[by]}`,
  'name-covered': ({ name }: Named) => `'${name}' has no effect: '*' covers it`,
  'safelisted-method': ({ name }: Named) => `'${name}' has no effect: CORS cannot forbid it`,
  'options-method': () =>
    "'OPTIONS' is only needed for scripts that send OPTIONS themselves, not for preflights. Remove it otherwise",
  'safelisted-request-header': ({ name }: Named) =>
    name === 'range'
      ? "'range' is only needed for ranges other than 'bytes=0-' or 'bytes=0-499', which are safelisted"
      : `'${name}' is only needed for unusual values, such as those of more than 128 bytes. All others are safelisted`,
  'safelisted-response-header': ({ name }: Named) =>
    `'${name}' has no effect: every script that gets a response can read it`,
  'protocol-headers-missing': ({ protocol, option, names }: OfProtocol) =>
    `${protocol} clients ${option === 'headers' ? 'send' : 'read'} ${names.join(', ')}. Add ${names.length === 1 ? 'it' : 'them'} to ${option}`,
  'credentials-without-enforce': () =>
    'CORS does not stop cross-site POSTs with cookies from running. Set enforce: true, unless the app has CSRF protection',
  'dangerous-option-unneeded': ({ option }: { readonly option: string }) =>
    `${option} is not needed by this config. Remove it`,
  'exemption-unneeded': ({ option, origin }: OfOrigin & { readonly option: string }) =>
    `'${origin}' does not need ${option}. Remove it from that list`,
}

const COVERED_BY = {
  wildcard: "'*' already allows every origin",
  pattern: 'a pattern in the list matches it',
  'outer-config': 'the origins of the outer config match it first',
}
