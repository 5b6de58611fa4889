import { render } from '../catalogue.js'
import { CONFIG_TEXTS, type renderProblemList } from '../config.js'
import { VALUE_NAMES } from '../display.js'
import { PLACE_NAMES, REPORT_TEXTS, VERDICTS } from '../doctor.js'
import { CACHE_TEXTS } from '../doctor-caches.js'
import { DOCTOR_ERROR_TEXTS } from '../doctor-errors.js'
import { HEADER_TEXTS } from '../doctor-headers.js'
import { UNKNOWN_TEXTS } from '../doctor-inspect.js'
import { LIST_TEXTS } from '../doctor-lists.js'
import { PREFLIGHT_TEXTS } from '../doctor-preflight.js'
import { REACH_TEXTS } from '../doctor-reach.js'
import { SECURITY_TEXTS } from '../doctor-security.js'
import { SERVER_TEXTS } from '../doctor-server.js'
import { EXPLANATION } from '../explanation.js'
import { FIX_TEXTS } from '../fixes.js'
import { CONVERSION_WORDS, INTEROP_PROBLEMS } from '../interop.js'
import { INTEROP_NOTES } from '../interop-notes.js'
import { translate } from '../language.js'
import { ADVICE_TEXTS } from '../lint.js'
import { FAILED_TEXTS, PASSED_TEXTS } from '../model.js'
import { NOTE_TEXTS } from '../model-notes.js'
import { ARGUMENT_TEXTS } from '../model-request.js'
import type { withSuggestion } from '../suggestion.js'
import { CONFIG_KO, PROBLEM_LIST_KO } from './config.js'
import { PLACE_NAMES_KO, REPORT_KO, VERDICTS_KO } from './doctor.js'
import { CACHE_KO } from './doctor-caches.js'
import { DOCTOR_ERROR_KO, UNKNOWN_KO } from './doctor-errors.js'
import { HEADER_KO } from './doctor-headers.js'
import { LIST_KO } from './doctor-lists.js'
import { PREFLIGHT_KO } from './doctor-preflight.js'
import { SECURITY_KO } from './doctor-security.js'
import { SERVER_KO } from './doctor-server.js'
import { REACH_KO } from './doctor-transport.js'
import { EXPLANATION_KO } from './explanation.js'
import { FIX_KO } from './fixes.js'
import { CONVERSION_WORDS_KO, PROBLEM_KO } from './interop.js'
import { NOTES_KO } from './interop-notes.js'
import { ADVICE_KO } from './lint.js'
import { FAILED_KO, PASSED_KO } from './model.js'
import { NOTE_KO } from './model-notes.js'
import { ARGUMENT_KO } from './model-request.js'
import { VALUE_NAMES_KO } from './values.js'

/** What the sentences about a config are made of. */
type ConfigProblem = {
  [Code in keyof typeof CONFIG_TEXTS]: { readonly code: Code } & ((typeof CONFIG_TEXTS)[Code] extends (
    problem: infer Data,
  ) => string
    ? Data
    : never)
}[keyof typeof CONFIG_TEXTS]

/** What `#packages` has for a config with problems: in Node's build it is a file with texts of its own. */
export interface ConfigWords {
  sentenceOf(problem: ConfigProblem, shown: string): string
  readonly renderProblemList: typeof renderProblemList
  readonly withSuggestion: typeof withSuggestion
}

/**
 * Puts into Korean what the command line tool and the playground say of configs, requests, servers and conversions.
 *
 * @returns what puts it back into English
 */
export function translateTools(words: ConfigWords): () => void {
  const undo = [
    translate(CONFIG_TEXTS, CONFIG_KO),
    translate<ConfigWords>(words, {
      sentenceOf: (problem) => render<ConfigProblem>(CONFIG_TEXTS, problem),
      ...PROBLEM_LIST_KO,
    }),
    translate(VALUE_NAMES, VALUE_NAMES_KO),
    translate(ADVICE_TEXTS, ADVICE_KO),
    translate(FIX_TEXTS, FIX_KO),
    translate(PASSED_TEXTS, PASSED_KO),
    translate(FAILED_TEXTS, FAILED_KO),
    translate(NOTE_TEXTS, NOTE_KO),
    translate(ARGUMENT_TEXTS, ARGUMENT_KO),
    translate(EXPLANATION, EXPLANATION_KO),
    translate(INTEROP_PROBLEMS, PROBLEM_KO),
    translate(INTEROP_NOTES, NOTES_KO),
    translate(CONVERSION_WORDS, CONVERSION_WORDS_KO),
    translate(PLACE_NAMES, PLACE_NAMES_KO),
    translate(VERDICTS, VERDICTS_KO),
    translate(REPORT_TEXTS, REPORT_KO),
    translate(DOCTOR_ERROR_TEXTS, DOCTOR_ERROR_KO),
    translate(UNKNOWN_TEXTS, UNKNOWN_KO),
    translate(REACH_TEXTS, REACH_KO),
    translate(SERVER_TEXTS, SERVER_KO),
    translate(PREFLIGHT_TEXTS, PREFLIGHT_KO),
    translate(HEADER_TEXTS, HEADER_KO),
    translate(LIST_TEXTS, LIST_KO),
    translate(CACHE_TEXTS, CACHE_KO),
    translate(SECURITY_TEXTS, SECURITY_KO),
  ]
  return () => {
    for (const restore of undo) restore()
  }
}
