/**
 * A catalogue in another language: the same names, and sentences of the same data. A name or a parameter that English
 * does not have does not compile; what is missing stays English.
 */
export type Overlay<English> = English extends (...data: infer Data) => infer Said
  ? (...data: Data) => Translated<Said>
  : English extends string
    ? string
    : { readonly [Name in keyof English]?: Overlay<English[Name]> }

/** What a sentence is, whatever its words: a string, or a string for each place of a fix. */
type Translated<Said> = Said extends string ? string : { readonly [Name in keyof Said]: Translated<Said[Name]> }

/**
 * Lays a translation over an English catalogue, in place: sentences are looked up when they are rendered, so everything
 * that renders them needs no parameter for the language. Only programs that talk to one person do this. A server
 * keeps English, since people search for its messages.
 *
 * @returns what takes the translation away again
 */
export function translate<English extends object>(english: English, translation: Overlay<English>): () => void {
  return lay(english, translation)
}

function lay(english: object, translation: object): () => void {
  const undo = Object.entries(translation).map(([name, text]: [string, unknown]) => {
    const before: unknown = Reflect.get(english, name)
    if (typeof text === 'object' && text !== null && typeof before === 'object' && before !== null) {
      return lay(before, text)
    }
    Reflect.set(english, name, text)
    return () => {
      Reflect.set(english, name, before)
    }
  })
  return () => {
    for (const restore of undo) restore()
  }
}
