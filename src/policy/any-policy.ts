/** In types only: no policy has such a property. */
export declare const POLICY: unique symbol

/**
 * What `compilePolicy` or `livePolicy` returned. Where a policy is taken as well as a config, the type has this mark and
 * nothing else of it: an editor does not complete a symbol, and so lists the options of a config only.
 */
export interface AnyPolicy {
  readonly [POLICY]: true
}
