import type { Diagnosis } from '../doctor/diagnosis.js'
import { inspect } from '../doctor/inspect/inspect.js'

/** A network panel's recording of a long session. More freezes the page. */
export const MAX_PASTE_LENGTH = 20_000_000

/** What a pasted text says, or why it says nothing. */
export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'diagnosis'; readonly diagnosis: Diagnosis }
  | { readonly kind: 'too-long'; readonly length: number; readonly maximum: number }
  | { readonly kind: 'unreadable' }

/** Finds the cause in what people have. Never throws. */
export function readPaste(text: string): Reading {
  if (text.trim() === '') return { kind: 'empty' }
  if (text.length > MAX_PASTE_LENGTH) return { kind: 'too-long', length: text.length, maximum: MAX_PASTE_LENGTH }
  try {
    return { kind: 'diagnosis', diagnosis: inspect(text) }
  } catch {
    return { kind: 'unreadable' }
  }
}
