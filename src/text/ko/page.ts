import { translate } from '../language.js'
import { PLAYGROUND, PLAYGROUND_ASK, PLAYGROUND_CONVERT, PLAYGROUND_PASTE, PLAYGROUND_TIMELINE } from '../playground.js'
import { PLAYGROUND_STATE_TEXTS } from '../playground-state.js'
import { PLAYGROUND_STORIES } from '../playground-stories.js'
import { ASK_KO, CONVERT_KO, PASTE_KO, PLAYGROUND_KO, STATE_KO, STORIES_KO, TIMELINE_KO } from './playground.js'
import { type ConfigWords, translateTools } from './tools.js'

/**
 * Puts every sentence of the playground into Korean. Those of the command line tool are left out, since the page is small.
 *
 * @returns what puts them back into English
 */
export function speakKoreanOnPage(words: ConfigWords): () => void {
  const undo = [
    translateTools(words),
    translate(PLAYGROUND, PLAYGROUND_KO),
    translate(PLAYGROUND_ASK, ASK_KO),
    translate(PLAYGROUND_TIMELINE, TIMELINE_KO),
    translate(PLAYGROUND_PASTE, PASTE_KO),
    translate(PLAYGROUND_CONVERT, CONVERT_KO),
    translate(PLAYGROUND_STORIES, STORIES_KO),
    translate(PLAYGROUND_STATE_TEXTS, STATE_KO),
  ]
  return () => {
    for (const restore of undo) restore()
  }
}
