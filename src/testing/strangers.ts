import { nearMisses } from '../sites/near-miss.js'

/** Pages that no app knows. Nobody can register the first (RFC 2606 section 2); any site can have the second. */
export const STRANGERS: readonly string[] = ['https://stranger.invalid', 'null']

/** Origins that a careless comparison accepts as this one. */
export function lookalikesOf(origin: string): string[] {
  return nearMisses(origin).map((miss) => miss.origin)
}
