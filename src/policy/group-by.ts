/** Items that have the same key, in their order. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

export function mapValues<Value, Result>(
  map: ReadonlyMap<string, Value>,
  use: (value: Value) => Result,
): Map<string, Result> {
  return new Map([...map].map(([key, value]) => [key, use(value)]))
}
