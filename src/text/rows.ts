import type { Catalogue } from './catalogue.js'
import { display } from './display.js'

/** What is wrong with a row in ways that no entry of a config is. All else has the config's own sentences. */
export type RowFault =
  | { readonly code: 'row-type'; readonly value: unknown }
  | { readonly code: 'row-wildcard'; readonly value: '*' }
  | { readonly code: 'row-pattern'; readonly value: string }
  | { readonly code: 'row-unused'; readonly value: unknown }

/** Written for the person who typed the row, who does not know the config. */
export const ROW_TEXTS: Catalogue<RowFault> = {
  'row-type': ({ value }) => `expected an origin such as "https://app.example.com", got ${display(value)}`,
  'row-wildcard': () => "'*' is not allowed here. List each origin",
  'row-pattern': ({ value }) => `${display(value)} is a pattern, and only exact origins are allowed here`,
  'row-unused': ({ value }) => `${display(value)} has no effect: this policy allows every origin`,
}

export const ROW_SET_TEXTS = {
  notIterable: (value: unknown) => `expected an iterable of origins, got ${display(value)}`,
  tooMany: (limit: number) => `more than ${limit} rows. Nothing was changed`,
}
