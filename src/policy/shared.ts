/**
 * What all copies of this package in a process share, under a symbol's name on the global object. The first copy makes
 * it. Where the global object takes none, each copy has its own.
 *
 * @param name what it is and the version of its form, such as `cors-policy.compiled-policies/v1`: change the form, and
 * the name has to change too
 * @param isOne whether a value is of that form
 */
export function shared<T extends object>(
  name: string,
  isOne: (value: unknown) => value is T,
  make: () => T,
  global: object = globalThis,
): T {
  const key = Symbol.for(name)
  const present: unknown = Reflect.get(global, key)
  if (isOne(present)) return present
  const own = make()
  Reflect.defineProperty(global, key, { value: own })
  return own
}
