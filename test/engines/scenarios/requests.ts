/** What several scenarios send and see. */

const NOTHING = { total: null, etag: null }

/** `/items`, as a page of an allowed origin reads it. */
export const READ = { type: 'cors', status: 200, body: '[1,2,3]', total: '3', etag: null }
/** A response without anything to read. */
export const EMPTY = { type: 'cors', status: 204, body: '', ...NOTHING }
/** A response in no-cors mode. */
export const OPAQUE = { type: 'opaque', status: 0, body: '', ...NOTHING }
/** A response that CORS keeps from the script. */
export const REFUSED = 'TypeError'

export function readText(status: number, body: string) {
  return { type: 'cors', status, body, ...NOTHING }
}

/** For `request`: it is preflighted. */
export const PUT = `{ method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: '{}' }`
