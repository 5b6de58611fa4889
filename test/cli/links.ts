import { decodeState, type PlaygroundState } from '../../src/playground/state.js'

/** What the page shows for a link; fails for one that it cannot read. */
export function follow(link: string | null | undefined): PlaygroundState {
  const [base, fragment] = String(link).split('#')
  if (base !== 'http://127.0.0.1:2677/' || fragment === undefined) throw new Error(`not a link: ${link}`)
  const { state, problem } = decodeState(fragment)
  if (problem !== undefined) throw new Error(problem.code)
  return state
}
