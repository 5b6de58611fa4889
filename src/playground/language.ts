import { words } from '#packages'
import { speakKoreanOnPage } from '../text/ko/page.js'

export type Language = 'en' | 'ko'

/** Each language in its own words. */
export const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['ko', '한국어'],
]

/** The first language of a browser's list that the page speaks. */
export function preferredLanguage(list: readonly string[]): Language {
  for (const tag of list) {
    const [code] = tag.toLowerCase().split('-')
    const found = LANGUAGES.find(([language]) => language === code)
    if (found !== undefined) return found[0]
  }
  return 'en'
}

let undo = () => {}

/** From now on, all sentences are in this language. What is on the page already stays as it is. */
export function speak(language: Language): void {
  undo()
  undo = language === 'ko' ? speakKoreanOnPage(words()) : () => {}
}
