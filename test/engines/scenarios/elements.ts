import type { Scenario } from './scenario.js'

/** Requests that no `fetch` sends: event sources, and pictures for a canvas. */
export const ELEMENT_SCENARIOS: readonly Scenario[] = [
  {
    name: 'server-sent events',
    does: `return listen(app + '/events', true)`,
    sees: 'hello',
    arrives: ['GET /events 200'],
    says: { cookie: 'page=1' },
  },
  {
    name: 'server-sent events, from another origin',
    from: 'other',
    does: `return listen(app + '/events', false)`,
    sees: 'error',
    arrives: ['GET /events 200'],
  },
  {
    name: 'a picture for a canvas',
    does: `return draw(app + '/pixel.png', 'anonymous')`,
    sees: 'data:image/png',
    arrives: ['GET /pixel.png 200'],
    says: { cookie: 'none' },
  },
  {
    name: 'a picture for a canvas, with credentials',
    does: `return draw(app + '/pixel.png', 'use-credentials')`,
    sees: 'data:image/png',
    arrives: ['GET /pixel.png 200'],
    says: { cookie: 'page=1' },
  },
  {
    name: 'a picture without crossorigin',
    does: `return draw(app + '/pixel.png', null)`,
    sees: 'SecurityError',
    arrives: ['GET /pixel.png 200'],
    says: { origin: 'none' },
  },
  {
    name: 'a picture for a canvas, from another origin',
    from: 'other',
    does: `return draw(app + '/pixel.png', 'anonymous')`,
    sees: 'error',
    arrives: ['GET /pixel.png 200'],
  },
]
