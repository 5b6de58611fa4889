/** https://url.spec.whatwg.org/#default-port: an origin never names it. */
export const HTTP_PORT = 80
export const HTTPS_PORT = 443
