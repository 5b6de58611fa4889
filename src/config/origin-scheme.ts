/**
 * Schemes that no page's origin has: their pages have the origin `null`, or they name no page at all. With the scheme
 * that was probably meant.
 */
export const NEVER_AN_ORIGIN: ReadonlyMap<string, string | undefined> = new Map([
  ['about', undefined],
  ['blob', undefined],
  ['data', undefined],
  ['file', undefined],
  ['filesystem', undefined],
  ['ftp', undefined],
  ['javascript', undefined],
  ['ws', 'http'],
  ['wss', 'https'],
])
