import { shareable } from '../doctor/shareable.js'
import type { Examined } from '../doctor/transcript.js'
import { type Linked, linkTo } from './playground-link.js'

/** A link to the page that shows what `inspect` finds in the preflight, the request and its redirects. */
export function pasteLink(examined: Examined): Linked {
  const { texts, notShown } = shareable(examined)
  const link = linkTo(texts.map((paste) => ({ view: 'paste', paste })))
  return link === null || notShown === undefined ? { link } : { link, notShown }
}
