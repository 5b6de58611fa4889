import type { CorsConfig } from '../config/types.js'
import { explain } from '../explain/explain.js'
import { type Browser, createBrowser } from '../fetch-model/browser.js'
import { imageRequest } from '../fetch-model/element-requests.js'
import { type Evaluation, evaluate } from '../fetch-model/evaluate.js'
import { getHeader } from '../fetch-model/header-list.js'
import type { OutgoingRequest, ServerResponse } from '../fetch-model/messages.js'
import type { BrowserRequest } from '../fetch-model/request.js'
import { fromStarlette } from '../interop/from-starlette.js'
import { toText } from './convert.js'
import { EMPTY_STATE, type StateInput } from './state.js'

export type StoryName =
  | 'simple'
  | 'preflight'
  | 'credentials'
  | 'early-image'
  | 'two-layers'
  | 'load-balancer'
  | 'fastapi'

export type SceneName = 'fetch' | 'image' | 'canvas'

/** One request of a story. */
export interface Scene {
  readonly name: SceneName
  readonly evaluation: Evaluation
}

/** A story as it goes wrong or right: each is a link. */
export interface StoryVersion {
  /** Part of links, so it never changes. */
  readonly id: string
  readonly goesWell: boolean
  /** What the server has, as people write it. */
  readonly setup: string
  /** The requests. Each call starts with an empty browser. */
  readonly play: () => readonly Scene[]
  /** The view where the reader can go on with it. */
  readonly next?: StateInput
}

export interface Story {
  readonly name: StoryName
  readonly versions: readonly [StoryVersion, StoryVersion]
}

const PAGE = 'https://app.example.com'
const API = 'https://api.example.net/things'
const PICTURE = 'https://cdn.example.net/picture.png'

/** A request under a policy. */
function underPolicy(
  id: string,
  goesWell: boolean,
  config: CorsConfig,
  request: StateInput['request'] = {},
): StoryVersion {
  const asked = { origin: PAGE, url: API, ...request }
  const setup = toText(config)
  return {
    id,
    goesWell,
    setup,
    play: () => [{ name: 'fetch', evaluation: explain(config, asked) }],
    next: { view: 'ask', config: setup, request: { ...EMPTY_STATE.request, ...asked } },
  }
}

/** A request to a server that is described by its answers. */
function withAnswers(
  id: string,
  goesWell: boolean,
  setup: string,
  request: BrowserRequest,
  answer: (request: OutgoingRequest) => ServerResponse,
): StoryVersion {
  return { id, goesWell, setup, play: () => [{ name: 'fetch', evaluation: evaluate(request, answer) }] }
}

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
  const headers = goesWell ? [own] : [own, added]
  const answer = () => ({ status: 200, headers: [...headers, ['Vary', 'Origin'] as [string, string]] })
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
