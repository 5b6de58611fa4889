import type { Readable } from 'node:stream'
import { brotliDecompressSync, constants, gunzipSync, inflateSync } from 'node:zlib'
import { getHeader, type HeaderList } from '../fetch-model/header-list.js'

/** Milliseconds that a body gets once its head is there: what a diagnosis needs is in the head. */
const BODY_PATIENCE = 500
/** Bytes of a body that are kept, as they come: an error says what is wrong in its first lines. */
const MAX_KEPT = 16_384
/** Characters of a body that are kept in the end. */
const MAX_START = 2000

/** What is kept of a body. */
export interface Body {
  readonly bytes: number
  readonly start: string
}

/** Reads a body to its end, to the limit, or until its patience is over. Never rejects. */
export function readBody(stream: Readable, headers: HeaderList, maxBytes: number): Promise<Body> {
  return new Promise((resolve) => {
    let bytes = 0
    const kept: Buffer[] = []
    const finish = () => {
      clearTimeout(timer)
      resolve({
        bytes,
        start: decode(Buffer.concat(kept).subarray(0, MAX_KEPT), getHeader(headers, 'content-encoding')),
      })
    }
    const timer = setTimeout(finish, BODY_PATIENCE)
    stream.on('data', (chunk: Buffer) => {
      if (bytes < MAX_KEPT) kept.push(chunk)
      bytes += chunk.length
      if (bytes >= maxBytes) finish()
    })
    stream.on('error', finish).on('end', finish).on('close', finish)
  })
}

/** Text, as far as it can be read: the end may be missing. */
function decode(bytes: Buffer, encoding = ''): string {
  const text = decompress(bytes, encoding.toLowerCase())?.toString('utf8') ?? ''
  return text.slice(0, MAX_START)
}

function decompress(bytes: Buffer, encoding: string): Buffer | undefined {
  // A few compressed bytes can expand to many, and only the first are needed.
  const limits = { maxOutputLength: 1_048_576 }
  const partial = { ...limits, finishFlush: constants.Z_SYNC_FLUSH }
  try {
    if (encoding === '' || encoding === 'identity') return bytes
    if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(bytes, partial)
    if (encoding === 'deflate') return inflateSync(bytes, partial)
    if (encoding === 'br') {
      return brotliDecompressSync(bytes, { ...limits, finishFlush: constants.BROTLI_OPERATION_FLUSH })
    }
    return undefined
  } catch {
    return undefined
  }
}
