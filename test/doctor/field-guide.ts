/** What differs from run to run, and from machine to machine. */
const VOLATILE: readonly (readonly [RegExp, string])[] = [
  [/\bnginx\/[\d.]+/g, 'nginx'],
  [/^( *X-Varnish): \d+/gim, '$1: 1'],
  [/\bAge: \d+/g, 'Age: 1'],
]

/** The output, without what differs. */
export function asInGuide(output: string): string {
  return VOLATILE.reduce((text, [pattern, by]) => text.replace(pattern, by), output).trimEnd()
}

/** The command line, as a person types it. */
export function commandLine(url: string, args: readonly string[]): string {
  return ['npx cors-policy doctor', url, ...args].join(' ')
}

/** Between the marks of that name: where the command and its output stand in the guide. */
export function blockPattern(name: string): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(<!-- story: ${escaped} -->\\n)([\\s\\S]*?)(<!-- end -->)`)
}

export function toBlock(command: string, output: string): string {
  return `\n\`\`\`sh\n${command}\n\`\`\`\n\n\`\`\`text\n${output}\n\`\`\`\n\n`
}

/** The names of the stories that a guide has marks for. */
export function namesIn(guide: string): string[] {
  return [...guide.matchAll(/<!-- story: (.*?) -->/g)].map(([, name]) => name as string)
}
