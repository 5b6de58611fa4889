import { printable } from '../explain/text-style.js'

/** Text that is HTML already. Only {@link html} makes it. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Value = string | Html | readonly Html[]

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * A template whose values are escaped, unless they are HTML themselves, so that no value can forget to be: text and
 * quoted attribute values, never a tag name, a script or a style. Lists are joined.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.reduce((text, part, i) => `${text}${toHtml(values[i - 1] as Value)}${part}`))
}

function toHtml(value: Value): string {
  if (value instanceof Html) return value.text
  if (typeof value !== 'string') return value.map(({ text }) => text).join('')
  return printable(value).replace(/[&<>"']/g, (char) => ESCAPES[char] as string)
}
