import { readdirSync, readFileSync } from 'node:fs'
import { type Case, PLAIN_CASE, PLAIN_HOP } from './case.js'

const FOLDER = new URL('./fixtures/', import.meta.url)

/** A case in a file of its own: what differs from the plainest one. */
export interface Fixture {
  readonly name: string
  readonly asked: Case
}

type Partly = Partial<Omit<Case, 'hops'>> & { readonly hops?: readonly Partial<Case['hops'][number]>[] }

/** Cases that once showed something, by name: those of the known differences, and what a generated case was shrunk to. */
export function readFixtures(): Fixture[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'))
  return files.sort().map((file) => {
    const { hops = [{}], ...partly } = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Partly
    const asked = { ...PLAIN_CASE, ...partly, hops: hops.map((hop) => ({ ...PLAIN_HOP, ...hop })) }
    return { name: file.slice(0, -'.json'.length), asked }
  })
}

/** The text of such a file. */
export function writeFixture({ hops, ...asked }: Case): string {
  const partly = { ...differing(asked, PLAIN_CASE), hops: hops.map((hop) => differing(hop, PLAIN_HOP)) }
  return JSON.stringify(partly, null, 2)
}

function differing<T extends object>(value: T, plain: T): Partial<T> {
  const entries = Object.entries(value).filter(
    ([key, property]) => JSON.stringify(property) !== JSON.stringify(plain[key as keyof T]),
  )
  return Object.fromEntries(entries) as Partial<T>
}
