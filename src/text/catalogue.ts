/**
 * A sentence for each member of a union on `code`. A catalogue that lacks a member does not compile.
 *
 * Text is rendered last: a problem, finding, note or step is data, and carries what its sentence is made of. So a
 * program reads codes and values, tests assert them, and every sentence of one area stands in one file.
 */
export type Catalogue<Item extends { readonly code: string }> = {
  readonly [Code in Item['code']]: (item: Extract<Item, { readonly code: Code }>) => string
}

/** One member of such a union for each of several codes that carry the same data. */
export type Coded<Code extends string, Data extends object = object> = Code extends string
  ? { readonly code: Code } & Data
  : never

/** The sentence for one member. */
export function render<Item extends { readonly code: string }>(catalogue: Catalogue<Item>, item: Item): string {
  // The key and the parameter belong to the same member, which TypeScript cannot see.
  const sentence = catalogue[item.code as Item['code']] as (item: Item) => string
  return sentence(item)
}
