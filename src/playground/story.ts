import type { CorsConfig } from '../config/types.js'
import { explain } from '../explain/explain.js'
import { type Evaluation, evaluate } from '../fetch-model/evaluate.js'
import type { OutgoingRequest, ServerResponse } from '../fetch-model/messages.js'
import type { BrowserRequest } from '../fetch-model/request.js'
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

/** The page that asks in most stories. */
export const PAGE = 'https://app.example.com'
export const API = 'https://api.example.net/things'

/** A request under a policy. */
export function underPolicy(
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
export function withAnswers(
  id: string,
  goesWell: boolean,
  setup: string,
  request: BrowserRequest,
  answer: (request: OutgoingRequest) => ServerResponse,
): StoryVersion {
  return { id, goesWell, setup, play: () => [{ name: 'fetch', evaluation: evaluate(request, answer) }] }
}
