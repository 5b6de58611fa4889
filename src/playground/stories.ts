import type { CorsConfig } from '../config/types.js'
import { explain } from '../explain/explain.js'
import { type Browser, createBrowser } from '../fetch-model/browser.js'
import { imageRequest } from '../fetch-model/element-requests.js'
import { evaluate } from '../fetch-model/evaluate.js'
import { getHeader } from '../fetch-model/header-list.js'
import type { OutgoingRequest, ServerResponse } from '../fetch-model/messages.js'
import { fromStarlette } from '../interop/from-starlette.js'
import { API, PAGE, type Story, type StoryVersion, underPolicy, withAnswers } from './story.js'

const PICTURE = 'https://cdn.example.net/picture.png'

/** The picture is shown first and drawn on a canvas later, in one browser with a cache. */
function earlyImage(id: string, goesWell: boolean): StoryVersion {
  const setup = [
    'Cache-Control: max-age=3600',
    `Access-Control-Allow-Origin: ${PAGE}   # if the request has an Origin`,
    ...(goesWell ? ['Vary: Origin'] : []),
  ]
  const draw = (browser: Browser, crossOrigin?: 'anonymous') =>
    browser.evaluate(imageRequest(PAGE, PICTURE, crossOrigin), (request) => pictureFor(request, goesWell))
  return {
    id,
    goesWell,
    setup: `${setup.join('\n')}\n`,
    play: () => {
      const browser = createBrowser({ now: () => 0 })
      return [
        { name: 'image', evaluation: draw(browser) },
        { name: 'canvas', evaluation: draw(browser, 'anonymous') },
      ]
    },
  }
}

/** What many servers do: the CORS headers are there for those that ask, and nothing says that they differ. */
function pictureFor({ headers }: OutgoingRequest, varies: boolean): ServerResponse {
  const origin = getHeader(headers, 'origin')
  return {
    status: 200,
    headers: {
      'Content-Type': 'image/png',
      'Cache-Control': 'max-age=3600',
      ...(origin === undefined ? {} : { 'Access-Control-Allow-Origin': origin }),
      ...(varies ? { Vary: 'Origin' } : {}),
    },
  }
}

const TWO_LAYERS = `# nginx
add_header Access-Control-Allow-Origin *;

# the app
Access-Control-Allow-Origin: ${PAGE}
`
const ONE_LAYER = `# nginx: nothing about CORS

# the app
Access-Control-Allow-Origin: ${PAGE}
`

function twoLayers(id: string, goesWell: boolean): StoryVersion {
  const own: [string, string] = ['Access-Control-Allow-Origin', PAGE]
  const added: [string, string] = ['Access-Control-Allow-Origin', '*']
  const vary: [string, string] = ['Vary', 'Origin']
  const headers = goesWell ? [own, vary] : [own, added, vary]
  const answer = () => ({ status: 200, headers })
  return withAnswers(id, goesWell, goesWell ? ONE_LAYER : TWO_LAYERS, { origin: PAGE, url: API }, answer)
}

const PUT = { method: 'PUT', headers: { 'content-type': 'application/json' } }
const BEHIND: CorsConfig = { origins: [PAGE], methods: ['PUT'], headers: ['content-type'], maxAge: 7200 }

/** It has no server for OPTIONS, as with a health check or a rule for methods, and says so itself. */
function failingPreflight(id: string): StoryVersion {
  const setup = '# the load balancer\nOPTIONS /things  ->  502 Bad Gateway\n\n# the app never sees the preflight\n'
  return withAnswers(id, false, setup, { origin: PAGE, url: API, ...PUT }, () => ({ status: 502 }))
}

const FASTAPI = `app.add_middleware(
    CORSMiddleware,
    allow_origins=["${PAGE}"],
    allow_methods=["GET", "PUT"],
    allow_headers=["X-Request-Id"],
    allow_credentials=True,
)
`
const FASTAPI_ANY = `app.add_middleware(
    CORSMiddleware,
    allow_origins=["*"],
    allow_methods=["*"],
    allow_credentials=True,
)
`

/** What a FastAPI app says, in a Node app: the same request, under the config that it becomes. */
function fastApi(id: string): StoryVersion {
  const request = {
    origin: PAGE,
    url: API,
    method: 'PUT',
    headers: { 'x-request-id': '1' },
    credentials: 'include',
  } as const
  return {
    id,
    goesWell: true,
    setup: FASTAPI,
    play: () => [{ name: 'fetch', evaluation: explain(fromStarlette(FASTAPI).config, request) }],
    next: { view: 'convert', convert: { from: 'starlette', to: 'config', text: FASTAPI } },
  }
}

/** Starlette answers any origin with cookies, and that is not carried over: a stranger's request shows why. */
function fastApiAny(id: string): StoryVersion {
  const stranger = 'https://evil.example'
  const answer = (): ServerResponse => ({
    status: 200,
    headers: { 'Access-Control-Allow-Origin': stranger, 'Access-Control-Allow-Credentials': 'true', Vary: 'Origin' },
  })
  return {
    id,
    goesWell: false,
    setup: FASTAPI_ANY,
    play: () => [
      { name: 'fetch', evaluation: evaluate({ origin: stranger, url: API, credentials: 'include' }, answer) },
    ],
    next: { view: 'convert', convert: { from: 'starlette', to: 'config', text: FASTAPI_ANY } },
  }
}

/** In the order in which they are told: what happens, and the same as it should be. */
export const STORIES: readonly Story[] = [
  {
    name: 'simple',
    versions: [
      underPolicy('simple-refused', false, { origins: ['https://admin.example.com'] }),
      underPolicy('simple', true, { origins: [PAGE] }),
    ],
  },
  {
    name: 'preflight',
    versions: [
      underPolicy('preflight-refused', false, { origins: [PAGE], headers: ['content-type'] }, PUT),
      underPolicy('preflight', true, BEHIND, PUT),
    ],
  },
  {
    name: 'credentials',
    versions: [
      underPolicy('credentials-refused', false, { origins: '*' }, { credentials: 'include' }),
      underPolicy('credentials', true, { origins: [PAGE], credentials: true }, { credentials: 'include' }),
    ],
  },
  { name: 'early-image', versions: [earlyImage('early-image', false), earlyImage('early-image-vary', true)] },
  { name: 'two-layers', versions: [twoLayers('two-layers', false), twoLayers('one-layer', true)] },
  {
    name: 'load-balancer',
    versions: [failingPreflight('load-balancer'), underPolicy('load-balancer-passes', true, BEHIND, PUT)],
  },
  { name: 'fastapi', versions: [fastApiAny('fastapi-any-origin'), fastApi('fastapi')] },
]

/** The story that a link names. */
export function findStory(id: string): { readonly story: Story; readonly version: StoryVersion } | undefined {
  for (const story of STORIES) {
    const version = story.versions.find((known) => known.id === id)
    if (version !== undefined) return { story, version }
  }
  return undefined
}
