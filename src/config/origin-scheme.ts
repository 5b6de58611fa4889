/** Schemes that no page's origin has: their pages have the origin `null`, or they name no page at all. */
export const NEVER_AN_ORIGIN: ReadonlySet<string> = new Set([
  'about',
  'blob',
  'data',
  'file',
  'filesystem',
  'ftp',
  'javascript',
  'ws',
  'wss',
])
