import { type Catalogue, type Coded, render } from '../text/catalogue.js'
import { ARGUMENT_TEXTS } from '../text/model-request.js'

/** What is wrong with an argument. */
export type ArgumentFault =
  | Coded<
      | 'not-an-object'
      | 'not-a-string'
      | 'not-a-boolean'
      | 'headers-type'
      | 'header-pair'
      | 'header-value'
      | 'response-promise'
      | 'response-status'
      | 'responses-type',
      { readonly path: string; readonly value: string }
    >
  | {
      readonly code: 'unknown-option'
      readonly path: string
      readonly value: string
      readonly suggestion: string | undefined
    }
  | {
      readonly code: 'not-one-of'
      readonly path: string
      readonly value: string
      readonly expected: readonly string[]
      readonly suggestion: string | undefined
    }
  | { readonly code: 'wrong-initiator'; readonly path: string; readonly value: string; readonly initiator: string }

const TEXTS: Catalogue<ArgumentFault> = ARGUMENT_TEXTS

/** @returns what to throw: in a browser, too, a value of the wrong type is a TypeError */
export function argumentError(fault: ArgumentFault): TypeError {
  return new TypeError(render(TEXTS, fault))
}
