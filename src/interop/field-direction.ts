/** Response fields of the CORS protocol: nothing that a script sends. */
export function isResponseField(name: string): boolean {
  return /^access-control-(?:allow-.*|expose-headers|max-age)$/.test(name)
}

/** And those of requests: nothing that a response has for a script. */
export function isProtocolField(name: string): boolean {
  return name === 'origin' || /^access-control-(?:request|allow|expose|max)-/.test(name)
}
