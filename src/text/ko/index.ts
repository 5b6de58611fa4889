import { COMMAND_TEXTS, COMMAND_WORDS } from '../command.js'
import { HELP } from '../command-help.js'
import { translate } from '../language.js'
import { COMMAND_KO, COMMAND_WORDS_KO, HELP_KO } from './command.js'
import { type ConfigWords, speakKoreanInBoth } from './common.js'

/**
 * Puts every sentence that the command line tool shows into Korean.
 *
 * @returns what puts them back into English
 */
export function speakKorean(words: ConfigWords): () => void {
  const undo = [
    speakKoreanInBoth(words),
    translate(COMMAND_TEXTS, COMMAND_KO),
    translate(COMMAND_WORDS, COMMAND_WORDS_KO),
    translate(HELP, HELP_KO),
  ]
  return () => {
    for (const restore of undo) restore()
  }
}
