// @ts-check

/**
 * A mutant as `survivors.json` names it, so that it is found again when lines move.
 *
 * @typedef {object} Survivor
 * @property {string} file below the root
 * @property {string} line the line in which the mutated code begins
 * @property {string} mutant the code and what becomes of it: `a < b → a <= b`
 * @property {string} [reason] why no test can tell the two apart
 */

/** @typedef {import('@stryker-mutator/api/core').schema.MutationTestResult} Report */

const MAX_SHOWN_LENGTH = 60

/**
 * The mutants of a report that no test has noticed.
 * @param {Pick<Report, 'files'>} report
 * @param {readonly string[]} [statuses] which other ones, as Stryker calls them
 * @returns {Survivor[]}
 */
export function survivorsOf(report, statuses = ['Survived', 'NoCoverage']) {
  return Object.entries(report.files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n')
    return mutants
      .filter(({ status }) => statuses.includes(status))
      .map(({ location, replacement = '' }) => {
        const line = (lines[location.start.line - 1] ?? '').trim()
        return { file, line, mutant: `${show(textAt(lines, location))} → ${show(replacement)}` }
      })
  })
}

/**
 * @param {readonly string[]} lines
 * @param {import('@stryker-mutator/api/core').schema.Location} location counted from 1
 */
function textAt(lines, { start, end }) {
  const text = lines.slice(start.line - 1, end.line)
  const last = (text.pop() ?? '').slice(0, end.column - 1)
  return [...text, last].join('\n').slice(start.column - 1)
}

/** @param {string} code */
function show(code) {
  const text = code.replace(/\s+/g, ' ')
  return text.length > MAX_SHOWN_LENGTH ? `${text.slice(0, MAX_SHOWN_LENGTH)}…` : text
}

/**
 * Compares survivors with those that are known, each of which accounts for one.
 * @param {readonly Survivor[]} found
 * @param {readonly Survivor[]} known
 * @returns {{ unexplained: Survivor[], gone: Survivor[] }}
 */
export function compareSurvivors(found, known) {
  const gone = [...known]
  const unexplained = found.filter((survivor) => {
    const i = gone.findIndex((other) => keyOf(other) === keyOf(survivor))
    if (i >= 0) gone.splice(i, 1)
    return i < 0
  })
  return { unexplained, gone }
}

/** @param {Survivor} survivor */
function keyOf({ file, line, mutant }) {
  return JSON.stringify([file, line, mutant])
}
