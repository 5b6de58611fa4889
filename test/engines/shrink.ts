import { isDeepStrictEqual } from 'node:util'
import { type Answer, type Case, type Hop, PLAIN_ANSWER, PLAIN_CASE, PLAIN_HOP } from './case.js'

/** How often a case is made smaller at most. */
const MAX_STEPS = 40

type Reduction = (asked: Case) => Case

/**
 * Makes a case as small as it gets without losing what is interesting in it.
 *
 * @param areInteresting says of each of the cases whether it still shows what the first one does
 */
export async function shrink(
  asked: Case,
  areInteresting: (cases: readonly Case[]) => Promise<readonly boolean[]>,
): Promise<Case> {
  let smallest = asked
  for (let step = 0; step < MAX_STEPS; step++) {
    const reductions = reductionsOf(smallest)
    const interesting = await areInteresting(reductions.map((reduce) => reduce(smallest)))
    const useful = reductions.filter((_, i) => interesting[i])
    const [first] = useful
    if (first === undefined) break
    // What helps one by one, most often helps all together.
    const together = useful.reduce((smaller, reduce) => reduce(smaller), smallest)
    const [works] = isPossible(together) ? await areInteresting([together]) : []
    smallest = works ? together : first(smallest)
  }
  return smallest
}

/** All that takes one thing away, or makes one thing plainer. What is behind comes first, so that indices stay right. */
function reductionsOf(asked: Case): Reduction[] {
  const all = [
    ...reversedIndices(asked.headers).map(
      (i): Reduction =>
        (smaller) => ({ ...smaller, headers: smaller.headers.toSpliced(i, 1) }),
    ),
    ...plainer({ ...PLAIN_CASE, hops: asked.hops }),
    ...reversedIndices(asked.hops).flatMap((i) => [
      ...hopReductions(asked.hops[i] as Hop).map((reduce) => inHop(i, reduce)),
      (smaller: Case): Case => ({ ...smaller, hops: smaller.hops.toSpliced(i, 1) }),
    ]),
  ]
  return all.filter((reduce) => {
    const smaller = reduce(asked)
    return isPossible(smaller) && !isDeepStrictEqual(smaller, asked)
  })
}

/** Some things a page cannot ask for in some ways. */
function isPossible({ via, hops, uploadListeners, mode, headers, method, body, redirect, credentials }: Case): boolean {
  if (hops.length === 0 || (uploadListeners && via !== 'xhr')) return false
  if (via === 'xhr')
    return mode === 'cors' && redirect === 'follow' && credentials !== 'omit' && (body === null || method !== 'GET')
  return via !== 'image' || (headers.length === 0 && method === 'GET' && body === null)
}

function inHop(i: number, reduce: (hop: Hop) => Hop): Reduction {
  return (asked) => ({ ...asked, hops: asked.hops.map((hop, at) => (at === i ? reduce(hop) : hop)) })
}

function hopReductions(hop: Hop): ((hop: Hop) => Hop)[] {
  const { location, server } = PLAIN_HOP
  const inAnswers = (['preflight', 'actual'] as const).flatMap((kind) =>
    answerReductions(hop[kind]).map((reduce) => (smaller: Hop) => ({ ...smaller, [kind]: reduce(smaller[kind]) })),
  )
  return [...inAnswers, ...plainer({ location }), ...plainer({ server })]
}

function answerReductions({ headers }: Answer): ((answer: Answer) => Answer)[] {
  const { status } = PLAIN_ANSWER
  const removals = reversedIndices(headers).map((i) => (answer: Answer) => ({
    ...answer,
    headers: answer.headers.toSpliced(i, 1),
  }))
  return [...removals, ...plainer({ status })]
}

/** One reduction for each property, to what it is in the plain value. */
function plainer<T extends object>(plain: T): (<U extends T>(value: U) => U)[] {
  return Object.entries(plain).map(([key, value]) => (smaller) => ({ ...smaller, [key]: value }))
}

function reversedIndices(list: readonly unknown[]): number[] {
  return [...list.keys()].reverse()
}
