/**
 * Whether a host is the user's own machine: https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy,
 * steps 4 and 5. An IPv6 address that only embeds 127.0.0.1 is not: browsers disagree about those.
 *
 * @param host as a URL serialises it: `localhost`, `a.localhost`, `127.0.0.1`, `[::1]`
 */
export function isLoopbackHost(host: string): boolean {
  return isLocalhost(host) || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
}

/** Whether a host is `localhost` or a name below it, which never leave the machine: RFC 6761 section 6.3. */
export function isLocalhost(host: string): boolean {
  return /(^|\.)localhost\.?$/.test(host)
}
