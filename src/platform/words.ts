import { nearestOption } from '../config/nearest-option.js'
import { CONFIG_TEXTS, FOREIGN_OPTION_NAMES, renderProblemList, withSuggestion } from '../text/config.js'

/** What only a config with problems needs. In Node it is a file of its own, which is loaded with the first problem. */
export interface ConfigWords {
  readonly nearestOption: typeof nearestOption
  readonly CONFIG_TEXTS: typeof CONFIG_TEXTS
  readonly FOREIGN_OPTION_NAMES: typeof FOREIGN_OPTION_NAMES
  readonly renderProblemList: typeof renderProblemList
  readonly withSuggestion: typeof withSuggestion
}

export const configWords: ConfigWords = {
  nearestOption,
  CONFIG_TEXTS,
  FOREIGN_OPTION_NAMES,
  renderProblemList,
  withSuggestion,
}
