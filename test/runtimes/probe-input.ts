import type { CorsConfig, RequestFacts } from '../../src/index.js'
import type { Behaviour, Row } from '../contract/table.js'

/** What the probes are asked. It reaches them as JSON, since each runs in a process of its own. */
export interface ProbeInput {
  readonly core: CoreInput
  readonly fetch: FetchInput
  readonly node: NodeInput
}

export interface CoreInput {
  readonly config: CorsConfig
  readonly rows: readonly Row[]
  readonly mistakes: readonly CorsConfig[]
  readonly decisions: readonly { readonly config: CorsConfig; readonly facts: RequestFacts }[]
  readonly lists: readonly string[]
  readonly origins: {
    readonly config: CorsConfig
    readonly allowed: readonly string[]
    readonly refused: readonly string[]
  }
  readonly live: Readonly<Record<'first' | 'second' | 'bad', CorsConfig>> & { readonly asked: readonly string[] }
}

export interface FetchInput extends AppInput {
  readonly rows: readonly Row[]
  /** An origin that the config allows, and one that it does not. */
  readonly app: OriginText
  readonly other: OriginText
  /** A server to pass responses on from. */
  readonly upstream: string
}

export interface NodeInput extends AppInput {
  readonly certificate: { readonly key: string; readonly cert: string }
}

interface AppInput {
  readonly config: CorsConfig
  readonly behaviours: Behaviours
}

export type Behaviours = Readonly<Record<string, Behaviour>>

type OriginText = `https://${string}`
