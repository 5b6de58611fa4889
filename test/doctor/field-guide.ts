/** What differs from run to run, and from machine to machine. */
const VOLATILE: readonly (readonly [RegExp, string])[] = [
  [/\bnginx\/[\d.]+/g, 'nginx'],
  [/cors-policy-doctor=\w+/g, 'cors-policy-doctor=1'],
]

/** The output, as it would be for the URL that the guide speaks of. */
export function asInGuide(output: string, port: number, url: string): string {
  const shown = VOLATILE.reduce((text, [pattern, by]) => text.replace(pattern, by), output)
  return shown.replaceAll(`http://127.0.0.1:${port}`, new URL(url).origin).trimEnd()
}

/** The command line, as a person types it. */
export function commandLine(url: string, args: readonly string[]): string {
  return ['npx cors-policy doctor', url, ...args].join(' ')
}

/** Between the marks of that name: where the command and its output stand in the guide. */
export function blockPattern(name: string): RegExp {
  return new RegExp(`(<!-- story: ${name} -->\\n)([\\s\\S]*?)(<!-- end -->)`)
}

export function toBlock(command: string, output: string): string {
  return `\n\`\`\`sh\n${command}\n\`\`\`\n\n\`\`\`text\n${output}\n\`\`\`\n\n`
}

/** The names of the stories that a guide has marks for. */
export function namesIn(guide: string): string[] {
  return [...guide.matchAll(/<!-- story: (.*?) -->/g)].map(([, name]) => name as string)
}
