/** A message with more lines helps nobody; `problems` always holds them all. */
const MAX_LISTED_PROBLEMS = 1000

/** The message of an error with those problems, a line for each. */
export function renderProblemList(
  problems: readonly { readonly path: string; readonly message: string; readonly code: string }[],
): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
  const lines = [`The CORS config has ${count}:`]
  for (const { path, code, message } of problems.slice(0, MAX_LISTED_PROBLEMS)) {
    lines.push(`  ${path}: ${message} [${code}]`)
  }
  if (problems.length > MAX_LISTED_PROBLEMS) {
    lines.push(`  … and ${problems.length - MAX_LISTED_PROBLEMS} more in the error's problems`)
  }
  return lines.join('\n')
}
