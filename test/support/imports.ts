import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'

/** Stands for a specifier that is only known at run time. */
export const COMPUTED = '(computed)'

/** What a module says it needs of another one. */
export interface Import {
  readonly specifier: string
  /** Whether nothing of it is left at run time. */
  readonly typeOnly: boolean
}

/** All of a module's imports, in the order of the text: static, re-exporting, dynamic, `require`, and those of types alone. */
export function importsOf(text: string, fileName = 'module.ts'): Import[] {
  const imports: Import[] = []
  const visit = (node: ts.Node): void => {
    const found = importOf(node)
    if (found !== undefined) imports.push(found)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(fileName, text, ts.ScriptTarget.ESNext))
  return imports
}

export function importsOfFile(file: string): Import[] {
  return importsOf(readFileSync(file, 'utf8'), file)
}

/** The files below a folder, as paths relative to it with `/`, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

function importOf(node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node)) {
    return found(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
  }
  if (ts.isExportDeclaration(node)) return found(node.moduleSpecifier, node.isTypeOnly)
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? found(node.argument.literal, true) : undefined
  if (ts.isCallExpression(node) && isImporter(node.expression)) return found(node.arguments[0], false)
  return undefined
}

function isImporter(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require')
}

function found(specifier: ts.Node | undefined, typeOnly: boolean): Import | undefined {
  if (specifier === undefined) return undefined
  return { specifier: ts.isStringLiteralLike(specifier) ? specifier.text : COMPUTED, typeOnly }
}
