import { diagnoseBriefly } from '../config/brief-diagnosis.js'
import { briefList, briefSentence } from '../text/brief.js'
import { withSuggestion } from '../text/suggestion.js'
import type { ConfigWords } from './words.js'

/** In the place of `configWords`, in bundles that have to be small. */
export const briefWords: ConfigWords = {
  diagnoseOption: (_, known) => ({ fault: 'unknown', known }),
  diagnoseOrigin: diagnoseBriefly,
  sentenceOf: briefSentence,
  renderProblemList: briefList,
  withSuggestion,
}
