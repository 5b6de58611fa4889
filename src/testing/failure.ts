import { AssertionError } from 'node:assert'
import { renderExplanation } from '../explain/render-explanation.js'
import type { Evaluation } from '../fetch-model/evaluate.js'
import type { Catalogue } from '../text/catalogue.js'
import { render } from '../text/catalogue.js'
import { testingTexts } from '../text/testing.js'

/** Why an expectation is not met. */
export type Failure =
  | { readonly code: 'not-readable'; readonly evaluation: Evaluation }
  | {
      readonly code: 'readable'
      readonly origin: string
      readonly method: string
      readonly url: string
      readonly status: number
      readonly withCredentials: boolean
    }
  | { readonly code: 'vary-missing'; readonly what: string; readonly path: string; readonly vary: string | undefined }
  | { readonly code: 'no-answer'; readonly method: string; readonly path: string; readonly error: unknown }
  | { readonly code: 'left-app'; readonly url: string }

const texts: Catalogue<Failure> = {
  ...testingTexts,
  'not-readable': ({ evaluation }) => renderExplanation(evaluation),
}

/**
 * @param caller the stack of the error begins with who called it
 * @throws AssertionError, which every test runner shows as a failed expectation
 */
export function failWith(failure: Failure, caller: (...args: never[]) => unknown): never {
  throw new AssertionError({ message: render(texts, failure), stackStartFn: caller, operator: 'expectCors' })
}
