import { readdirSync, readFileSync } from 'node:fs'
import { type Answer, type Case, type Hop, PLAIN_ANSWER, PLAIN_CASE, PLAIN_HOP } from './case.js'

const FOLDER = new URL('./fixtures/', import.meta.url)

/** A case in a file of its own: what differs from the plainest one. */
export interface Fixture {
  readonly name: string
  readonly asked: Case
}

type PartlyHop = Partial<Omit<Hop, 'preflight' | 'actual'>> & {
  readonly preflight?: Partial<Answer>
  readonly actual?: Partial<Answer>
}
type PartlyCase = Partial<Omit<Case, 'hops'>> & { readonly hops?: readonly PartlyHop[] }

/** Cases that once showed something, by name: those of the known differences, and what a generated case was shrunk to. */
export function readFixtures(): Fixture[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'))
  return files.sort().map((file) => {
    const { hops = [{}], ...partly } = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as PartlyCase
    return { name: file.slice(0, -'.json'.length), asked: { ...PLAIN_CASE, ...partly, hops: hops.map(completeHop) } }
  })
}

function completeHop({ preflight, actual, ...partly }: PartlyHop): Hop {
  return {
    ...PLAIN_HOP,
    ...partly,
    preflight: { ...PLAIN_ANSWER, ...preflight },
    actual: { ...PLAIN_ANSWER, ...actual },
  }
}

/** The text of such a file. */
export function writeFixture({ hops, ...asked }: Case): string {
  const partly: PartlyCase = { ...differing(asked, PLAIN_CASE), hops: hops.map(partOf) }
  return JSON.stringify(partly, null, 2)
}

function partOf({ preflight, actual, ...hop }: Hop): PartlyHop {
  const answers = differing(
    { preflight: differing(preflight, PLAIN_ANSWER), actual: differing(actual, PLAIN_ANSWER) },
    { preflight: {}, actual: {} },
  )
  return { ...differing(hop, PLAIN_HOP), ...answers }
}

function differing<T extends object>(value: T, plain: T): Partial<T> {
  const entries = Object.entries(value).filter(
    ([key, property]) => JSON.stringify(property) !== JSON.stringify(plain[key as keyof T]),
  )
  return Object.fromEntries(entries) as Partial<T>
}
