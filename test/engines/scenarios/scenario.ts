import type { CorsConfig, OriginPattern } from '../../../src/index.js'
import type { Arrived } from './log.js'

/** The pages' origins that there are. `own` is a page of the app itself, `elsewhere` one of another site. */
export type From = 'allowed' | 'other' | 'own' | 'elsewhere'

export interface Scenario {
  readonly name: string
  /** Default: `allowed`. */
  readonly from?: From
  /** Default: `main`. */
  readonly policy?: PolicyName
  /** The body of an async function: `app` and `second` are servers' URLs, and the functions are those of the page. */
  readonly does: string
  /** What that returns. */
  readonly sees: unknown
  /** `METHOD /path status` or `preflight /path status`, in order. */
  readonly arrives: readonly string[]
  /** `METHOD /path` of those that reach the app. Default: all but preflights. */
  readonly runs?: readonly string[]
  /**
   * What the last request says, and what a preflight asks for. Default of the origin, which may also be `none` or
   * `null`: the page's own.
   */
  readonly says?: Partial<Omit<Arrived, 'line'>>
}

export type PolicyName = keyof ReturnType<typeof policies>

/** @param page the origin that is allowed */
export function policies(page: string) {
  const base = {
    origins: [page as OriginPattern],
    methods: ['PUT', 'DELETE'],
    headers: ['content-type'],
    exposeHeaders: ['x-total'],
    credentials: true,
  } satisfies CorsConfig
  return {
    main: base,
    remembered: { ...base, maxAge: 600 },
    forgotten: { ...base, maxAge: 0 },
    'for old browsers': { ...base, preflightStatus: 200 },
    'without credentials': { ...base, credentials: false },
    echo: { ...base, methods: '*', headers: '*' },
    open: { origins: '*', methods: '*', headers: '*', exposeHeaders: '*' },
    enforcing: { ...base, enforce: true },
  } satisfies Record<string, CorsConfig>
}
