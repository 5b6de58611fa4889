import { CorsRouteError } from '../../src/adapters/fastify.js'

/** The problems of the CorsRouteError with which an app refuses to start, as `code METHOD url`. None if it starts. */
export async function routeFaultsOf(start: () => unknown): Promise<string[]> {
  try {
    await start()
  } catch (error) {
    if (!(error instanceof CorsRouteError)) throw error
    return error.problems.map(({ code, message: _, ...rest }) => [code, ...Object.values(rest)].join(' '))
  }
  return []
}
