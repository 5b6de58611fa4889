/**
 * Names a class of errors, and lets `instanceof` hold across copies of the package: an application may load it as ESM
 * and as CommonJS, or in two versions.
 */
export function brandError(type: abstract new (...args: never[]) => Error, name: string): void {
  // The same in each copy, so that an error of one is recognised by the other.
  const brand = Symbol.for(`cors-policy.${name}/v1`)
  // On the prototype, as Node's own errors have it: it is not a property of each error.
  type.prototype.name = name
  Object.defineProperty(type.prototype, brand, { value: true })
  Object.defineProperty(type, Symbol.hasInstance, {
    value(this: typeof type, value: unknown): boolean {
      // A class that extends the error asks for its own instances.
      if (this !== type) return Function.prototype[Symbol.hasInstance].call(this, value)
      return typeof value === 'object' && value !== null && brand in value
    },
  })
}
