import { diagnoseOption } from '../config/nearest-option.js'
import type { OptionName } from '../config/option-names.js'
import { diagnoseOrigin, type OriginGrammar } from '../config/origin-diagnosis.js'
import type { OptionDiagnosis, OriginDiagnosis, UnwordedProblem } from '../config/problems.js'
import { render } from '../text/catalogue.js'
import { CONFIG_TEXTS } from '../text/config.js'
import { type Addressed, ORIGIN_TEXTS } from '../text/config-origins.js'
import { renderProblemList } from '../text/problem-list.js'
import { withSuggestion } from '../text/suggestion.js'

/** What only a config with problems needs. In Node it is a file of its own, which is loaded with the first problem. */
export interface ConfigWords {
  readonly diagnoseOption: (name: string, known: readonly OptionName[]) => OptionDiagnosis
  readonly diagnoseOrigin: (text: string, grammar: OriginGrammar) => OriginDiagnosis
  /** @param shown its value, as `display` gives it */
  readonly sentenceOf: (problem: UnwordedProblem & Addressed, shown: string) => string
  readonly renderProblemList: typeof renderProblemList
  readonly withSuggestion: typeof withSuggestion
}

export const configWords: ConfigWords = {
  diagnoseOption,
  diagnoseOrigin,
  sentenceOf: (problem) => render<UnwordedProblem & Addressed>({ ...CONFIG_TEXTS, ...ORIGIN_TEXTS }, problem),
  renderProblemList,
  withSuggestion,
}
