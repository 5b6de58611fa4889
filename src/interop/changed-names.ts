/**
 * What sets a name, or changes what it names: `x = …`, `x += …`, `x.append(…)`, `x[0] = …`, `x.credentials = …`. Not
 * `x=x` of a keyword argument, and no comparison. Each part has a limit, so that the time is linear.
 */
const SETS =
  /(?<![.\w$])([A-Za-z_$][\w$]*)[^\S\n]{0,20}(?:(?::[^=\n;,(){}]{0,80})?(=)(?![=>])(?!\s{0,20}\1\b)|(?:[+|&-]|\|\||\?\?)=|\[[^\]\n]{0,40}\]\s{0,9}=(?![=>])|\.[\w$]{1,40}\s{0,9}=(?![=>])|\.(?:append|extend|insert|remove|push|unshift|splice|pop|shift|add|update|clear|delete)\()/g

/** The names that a program sets twice, or changes after it has set them: of these one place does not say what they are. */
export function changedNames(text: string): ReadonlySet<string> {
  const set = new Set<string>()
  const changed = new Set<string>()
  for (const [, name = '', isSet] of text.matchAll(SETS)) {
    if (isSet === undefined || set.has(name)) changed.add(name)
    set.add(name)
  }
  return changed
}
