import type { Session } from '../engines/drivers/session.js'
import { PAGE_SCRIPT } from '../engines/scenarios/pages.js'
import { ask } from './ask.js'

/** Three pages. The service shares its pictures with the first two. */
export interface Pages {
  readonly a: string
  readonly b: string
  readonly stranger: string
}

const CROPPED = 'data:image/png'
/** The picture does not even load. */
const FAILED = 'error'
/** It is shown, but the canvas does not give it out. */
const TAINTED = 'SecurityError'

/** What a canvas says, step by step, where each page gets a copy of its own. */
export const ALL_IS_WELL = {
  'an img on page A': TAINTED,
  'cropped on page A, where it was shown before': CROPPED,
  'cropped on page A, after somebody else’s img': CROPPED,
  'cropped on page A first': CROPPED,
  'cropped on page B, after page A': CROPPED,
  'cropped on page A again': CROPPED,
  'cropped by a stranger': FAILED,
  'cropped on page A, after a stranger': CROPPED,
} as const

/** What it says where the first copy is for everybody. */
export const ALL_GOES_WRONG = {
  ...ALL_IS_WELL,
  'cropped on page A, where it was shown before': FAILED,
  'cropped on page A, after somebody else’s img': FAILED,
  'cropped on page B, after page A': FAILED,
  'cropped on page A, after a stranger': FAILED,
} as const

/**
 * Shows pictures and crops them, on several pages, through a cache.
 *
 * @param port of the cache
 */
export async function playStory(session: Session, { a, b, stranger }: Pages, port: number) {
  const draw = (page: string, path: string, crossOrigin: string | null) =>
    session.exec<string>(
      `${page}/`,
      `${PAGE_SCRIPT}; return inTime(draw(...arguments))`,
      `http://127.0.0.1:${port}${path}`,
      crossOrigin,
    )
  const crop = (page: string, path: string) => draw(page, path, 'anonymous')
  const seen: Partial<Record<keyof typeof ALL_IS_WELL, string>> = {}

  seen['an img on page A'] = await draw(a, '/shown.png', null)
  seen['cropped on page A, where it was shown before'] = await crop(a, '/shown.png')

  await ask(port, '/seen-by-others.png')
  seen['cropped on page A, after somebody else’s img'] = await crop(a, '/seen-by-others.png')

  seen['cropped on page A first'] = await crop(a, '/shared.png')
  seen['cropped on page B, after page A'] = await crop(b, '/shared.png')
  seen['cropped on page A again'] = await crop(a, '/shared.png')

  seen['cropped by a stranger'] = await crop(stranger, '/strange.png')
  seen['cropped on page A, after a stranger'] = await crop(a, '/strange.png')
  return seen
}
