import type { Context, MiddlewareHandler, Next } from 'hono'
import type { AdapterInput } from '../policy/policy-input.js'
import { withCors } from './fetch.js'

/**
 * Hono middleware that applies a policy: `app.use(cors(config))` before everything else covers the whole app, with its
 * 404s and what its error handler answers. It answers preflights itself and calls `next` for everything else. A function
 * that chooses the policy gets the Fetch API's request.
 *
 * @throws CorsConfigError if the input is a config with problems
 */
export function cors(input: AdapterInput<Request>): MiddlewareHandler {
  const handle = withCors(input, handleRest)
  return async (context, next) => {
    const response = await handle(context.req.raw, context.env, context, next)
    if (!context.finalized) return response
    // Hono would copy the headers of a response that is there to the new one, those that the policy removes included.
    context.res = undefined
    context.res = response
    return undefined
  }
}

/** @param _env where @hono/node-server has Node's response: `withCors` looks for it in the first argument */
async function handleRest(
  _request: Request,
  _env: unknown,
  context: Context,
  next: Next,
): Promise<Response | undefined> {
  await next()
  // Of a handler that returns nothing, Hono makes an error. To read `res` would make a response.
  return context.finalized ? context.res : undefined
}

export default cors
