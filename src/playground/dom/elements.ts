import { PLAYGROUND } from '../../text/playground.js'

export type Child = Node | string | undefined | readonly Child[]
export type Listener = (event: Event) => void
export type Properties = Readonly<Record<string, string | Listener | undefined>>

/** Makes an element. All text becomes text nodes and attribute values, so that nothing in it is read as HTML. */
export type Make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties?: Properties,
  ...children: readonly Child[]
) => HTMLElementTagNameMap[Tag]

export function maker(document: Document): Make {
  return (tag, properties = {}, ...children) => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value === 'function') element.addEventListener(name, value)
      else if (value !== undefined) element.setAttribute(name, value)
    }
    append(element, children)
    return element
  }
}

/** Puts other children in the place of those that are there. */
export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren()
  append(element, children)
}

/** Nobody reads more, and thousands of elements freeze the page. */
const MAX_ITEMS = 100

/** The items of a list, or the first of many and how many more there are. */
export function items<Item>(make: Make, list: readonly Item[], item: (one: Item) => Child): readonly Child[] {
  const more = list.length - MAX_ITEMS
  return [...list.slice(0, MAX_ITEMS).map(item), more > 0 ? make('li', {}, PLAYGROUND.more(more)) : undefined]
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined) continue
    if (typeof child === 'string' || 'nodeType' in child) element.append(child)
    else append(element, child)
  }
}
