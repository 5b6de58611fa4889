/** What a `dangerously…` option lifts: nothing, everything, or what is said of those entries. */
export type Exemption = boolean | ReadonlySet<string>

/** What decides whether an origin may be listed. */
export interface OriginRules {
  readonly credentials: boolean
  readonly enforce: boolean
  readonly allowInsecure: Exemption
  readonly allowPublicSuffix: Exemption
  readonly allowPublicAddress: Exemption
}

/** The rules for origins that may read nothing that is a user's own, and write nothing. */
export const LENIENT: OriginRules = /* @__PURE__ */ Object.freeze({
  credentials: false,
  enforce: false,
  allowInsecure: false,
  allowPublicSuffix: false,
  allowPublicAddress: false,
})

/** Whether to be listed is a permission that strangers must not get: to read users' data, or to write. */
export function isTrusting({ credentials, enforce }: OriginRules): boolean {
  return credentials || enforce
}
