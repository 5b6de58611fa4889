import type { FastifyInstance, FastifyRequest } from 'fastify'

/**
 * Two things for which Fastify has no cheap public API. They are read from its internals if they are found there, and
 * from its public API otherwise. So a new version of Fastify can make this slower, but not wrong.
 */

type Symbolic = Record<symbol, unknown>

/** Whether a hook may answer before one that is added now. Undefined: unknown. */
export function hasEarlierHooks(fastify: FastifyInstance): boolean | undefined {
  const hooks = internal(fastify, 'fastify.hooks') as { onRequest?: unknown } | undefined
  return Array.isArray(hooks?.onRequest) ? hooks.onRequest.length > 0 : undefined
}

/** The symbol of a request's route context. Null if what it holds differs from what the public API says. */
let contextSymbol: symbol | null | undefined

/** `request.routeOptions.config`, without the new object that Fastify makes at each access of `routeOptions`. */
export function routeConfig(request: FastifyRequest): object {
  if (contextSymbol === undefined) contextSymbol = findContextSymbol(request)
  // Another copy of Fastify in the same process has a symbol of its own.
  const context = contextSymbol && ((request as unknown as Symbolic)[contextSymbol] as { config: object } | undefined)
  return context ? context.config : request.routeOptions.config
}

function findContextSymbol(request: FastifyRequest): symbol | null {
  const context = internal(request, 'fastify.context') as { config?: unknown } | undefined
  return context?.config === request.routeOptions.config ? (symbolOf(request, 'fastify.context') ?? null) : null
}

function internal(owner: object, description: string): unknown {
  const symbol = symbolOf(owner, description)
  return symbol && (owner as Symbolic)[symbol]
}

function symbolOf(owner: object, description: string): symbol | undefined {
  return Object.getOwnPropertySymbols(owner).find((symbol) => symbol.description === description)
}
