import { dirname, join } from 'node:path/posix';
import ts from 'typescript';
import { scriptsOf } from './sources';

/** What one room may import. An entry is a room, or one file of a room such as `sim/outcome`. */
export interface ImportRule {
  /** Imported freely. */
  readonly values: readonly string[];
  /** Imported by `import type` alone. */
  readonly types: readonly string[];
  /** Packages, by name; `d3-` at the end of a name stands for every package that begins so. */
  readonly packages: readonly string[];
}

export interface Import {
  readonly target: string;
  readonly typeOnly: boolean;
}

/** Every import, export from and dynamic import of a file (TypeScript or Svelte), as written. */
export function importsOf(path: string, source: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ target: node.moduleSpecifier.text, typeOnly: isTypeOnlyImport(node.importClause) });
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      found.push({ target: node.moduleSpecifier.text, typeOnly: node.isTypeOnly });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      const literal = node.argument.literal;
      if (ts.isStringLiteral(literal)) found.push({ target: literal.text, typeOnly: true });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      const target = argument && ts.isStringLiteralLike(argument) ? argument.text : 'a computed path';
      found.push({ target, typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  for (const script of scriptsOf(path, source)) visit(script);
  return found;
}

function isTypeOnlyImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name || !named || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

/**
 * The room of a file by its path from the project's root: `src/sim/poisson.ts` is of `sim`, `workers/protocol.ts`
 * of `workers`, and a file right under src of `page`, which wires the rooms together.
 */
export function roomOf(path: string): string {
  const [top, second, ...rest] = path.split('/');
  if (top !== 'src') return top ?? '';
  return rest.length > 0 ? (second ?? '') : 'page';
}

/** The imports of a file that its room's rule forbids, each as a sentence. */
export function illegalImports(
  path: string,
  source: string,
  rules: Readonly<Record<string, ImportRule>>,
): string[] {
  const room = roomOf(path);
  const rule = rules[room];
  if (!rule) return [`${path}: the room ${room} has no rule`];
  return importsOf(path, source).flatMap((found) => {
    const fault = faultOf(path, room, rule, found);
    return fault === undefined ? [] : [`${path}: ${fault}`];
  });
}

function faultOf(
  path: string,
  room: string,
  rule: ImportRule,
  { target, typeOnly }: Import,
): string | undefined {
  if (!target.startsWith('.')) {
    const allowed = rule.packages.some((name) =>
      /[-:]$/.test(name) ? target.startsWith(name) : isOf(target, name),
    );
    return allowed ? undefined : `${room} must not import the package ${target}`;
  }
  const file = join(dirname(path), target);
  const imported = roomOf(file);
  if (imported === room) return undefined;
  const allows = (entry: string) =>
    entry === imported || file.replace(/^src\//, '').replace(/\.ts$/, '') === entry;
  if (rule.values.some(allows)) return undefined;
  if (!rule.types.some(allows)) return `${room} must not import ${target}`;
  return typeOnly ? undefined : `${room} may import types alone from ${target}`;
}

function isOf(target: string, name: string): boolean {
  return target === name || target.startsWith(`${name}/`);
}
