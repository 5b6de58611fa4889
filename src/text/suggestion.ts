/** A sentence, and the text that was probably meant. */
export function withSuggestion(sentence: string, suggestion: string): string {
  return `${sentence}. Did you mean '${suggestion}'?`
}
