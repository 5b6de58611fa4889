// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Ends each file with the licences of the packages that are bundled in it.
 *
 * @type {import('rolldown').Plugin}
 */
export const licences = {
  name: 'licences',
  renderChunk(code, { moduleIds }) {
    const texts = licencesOf(moduleIds)
    return texts.length === 0 ? null : { code: `${code}\n${texts.join('\n')}\n`, map: null }
  },
}

/** Of the packages that the modules are from. @param {readonly string[]} moduleIds @returns {string[]} comments */
export function licencesOf(moduleIds) {
  const folders = new Set(moduleIds.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []))
  return [...folders].sort().map(licenceOf)
}

/** @param {string} folder of the package */
function licenceOf(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name))
  if (file === undefined) throw new Error(`${folder} has no licence, so it cannot be bundled`)
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const lines = readFileSync(join(folder, file), 'utf8').trim().replaceAll('\r\n', '\n').replaceAll('*/', '* /')
  // Paragraphs as one line: most licences are the same text, and only their line breaks differ.
  const text = lines.replace(/(?<!\n)\n(?!\n) */g, ' ')
  return `/*! ${name} ${version}\n\n${text}\n*/`
}
