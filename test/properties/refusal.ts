import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import { CorsConfigError } from '../../src/index.js'
import { CorsConversionError } from '../../src/interop/index.js'

/** The errors that a refused value may lead to: complete, frozen, and with nothing in its message that moves a cursor. */
function assertRefusal(error: unknown): void {
  if (!isRefusal(error)) throw new Error(`not refused, but failed: ${inspect(error)}`)
  const { problems, message, code } = error
  assert.ok(['ERR_CORS_CONFIG', 'ERR_CORS_CONVERSION'].includes(code))
  assert.ok(problems.length > 0 && Object.isFrozen(problems))
  const lines = message.split('\n')
  assert.equal(
    lines.length,
    1 + Math.min(problems.length, 1000) + (problems.length > 1000 ? 1 : 0),
    'one line for each',
  )
  // Of what came from outside, nothing can end a line, hide text or turn it round.
  for (const line of lines) assert.doesNotMatch(line, /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u)
}

/** Runs what may refuse its input; anything but a refusal is thrown on. */
export function refuses(run: () => unknown): boolean {
  const before = fingerprint()
  try {
    run()
    return false
  } catch (error) {
    assertRefusal(error)
    return true
  } finally {
    assert.equal(fingerprint(), before, 'no prototype has changed')
  }
}

/** The names of all that every object, list and function has. */
function fingerprint(): string {
  return [Object, Array, Function].flatMap(({ prototype }) => Reflect.ownKeys(prototype).map(String)).join()
}

/** What was thrown may be hostile as well. */
function isRefusal(error: unknown): error is CorsConfigError | CorsConversionError {
  try {
    return error instanceof CorsConfigError || error instanceof CorsConversionError
  } catch {
    return false
  }
}
