import { COMMAND_TEXTS, COMMAND_WORDS } from '../command.js'
import { HELP } from '../command-help.js'
import type { CONFIG_TEXTS, renderProblemList, withSuggestion } from '../config.js'
import { VALUE_NAMES } from '../display.js'
import { EXPLANATION } from '../explanation.js'
import { FIX_TEXTS } from '../fixes.js'
import { translate } from '../language.js'
import { ADVICE_TEXTS } from '../lint.js'
import { FAILED_TEXTS, PASSED_TEXTS } from '../model.js'
import { NOTE_TEXTS } from '../model-notes.js'
import { ARGUMENT_TEXTS } from '../model-request.js'
import { COMMAND_KO, COMMAND_WORDS_KO, HELP_KO } from './command.js'
import { CONFIG_KO, PROBLEM_LIST_KO } from './config.js'
import { EXPLANATION_KO } from './explanation.js'
import { FIX_KO } from './fixes.js'
import { ADVICE_KO } from './lint.js'
import { FAILED_KO, PASSED_KO } from './model.js'
import { NOTE_KO } from './model-notes.js'
import { ARGUMENT_KO } from './model-request.js'
import { VALUE_NAMES_KO } from './values.js'

/** The sentences about a config, in the copy that `#packages` has: in Node's build that is a file of its own. */
interface ConfigWords {
  readonly CONFIG_TEXTS: typeof CONFIG_TEXTS
  readonly renderProblemList: typeof renderProblemList
  readonly withSuggestion: typeof withSuggestion
}

/**
 * Puts every sentence that the command line tool and the playground show into Korean.
 *
 * @returns what puts them back into English
 */
export function speakKorean(words: ConfigWords): () => void {
  const undo = [
    translate<ConfigWords>(words, { CONFIG_TEXTS: CONFIG_KO, ...PROBLEM_LIST_KO }),
    translate(VALUE_NAMES, VALUE_NAMES_KO),
    translate(COMMAND_TEXTS, COMMAND_KO),
    translate(COMMAND_WORDS, COMMAND_WORDS_KO),
    translate(HELP, HELP_KO),
    translate(ADVICE_TEXTS, ADVICE_KO),
    translate(FIX_TEXTS, FIX_KO),
    translate(PASSED_TEXTS, PASSED_KO),
    translate(FAILED_TEXTS, FAILED_KO),
    translate(NOTE_TEXTS, NOTE_KO),
    translate(ARGUMENT_TEXTS, ARGUMENT_KO),
    translate(EXPLANATION, EXPLANATION_KO),
  ]
  return () => {
    for (const restore of undo) restore()
  }
}
