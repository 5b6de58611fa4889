import { COMMAND_TEXTS, COMMAND_WORDS } from '../command.js'
import { HELP } from '../command-help.js'
import { TRANSPORT_TEXTS } from '../doctor-transport.js'
import { translate } from '../language.js'
import { COMMAND_KO, COMMAND_WORDS_KO, HELP_KO } from './command.js'
import { TRANSPORT_KO } from './doctor-transport.js'
import { type ConfigWords, translateTools } from './tools.js'

/**
 * Puts every sentence of the command line tool into Korean.
 *
 * @returns what puts them back into English
 */
export function speakKorean(words: ConfigWords): () => void {
  const undo = [
    translateTools(words),
    translate(COMMAND_TEXTS, COMMAND_KO),
    translate(COMMAND_WORDS, COMMAND_WORDS_KO),
    translate(HELP, HELP_KO),
    translate(TRANSPORT_TEXTS, TRANSPORT_KO),
  ]
  return () => {
    for (const restore of undo) restore()
  }
}
