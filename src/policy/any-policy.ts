/** In types only: no policy has such a property. */
export declare const POLICY: unique symbol

/**
 * What `compilePolicy` or `livePolicy` returned. Parameters that take a policy or a config use this type. It has only a
 * symbol, which editors do not complete, so they list only the options of a config.
 */
export interface AnyPolicy {
  readonly [POLICY]: true
}
