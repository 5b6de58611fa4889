import type { VALUE_NAMES } from '../display.js'
import type { Overlay } from '../language.js'

export const VALUE_NAMES_KO: Overlay<typeof VALUE_NAMES> = {
  symbol: '심볼',
  function: '함수',
  array: '배열',
  regExp: '정규 표현식',
  object: '객체',
}
