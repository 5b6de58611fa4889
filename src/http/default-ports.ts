/** https://url.spec.whatwg.org/#default-port: no URL or origin of that scheme names it. */
export const HTTP_PORT = 80
export const HTTPS_PORT = 443
