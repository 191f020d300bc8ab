import ts from 'typescript';
import { scriptsOf } from './sources';

/** The functions of Math whose every bit the language's standard settles, on any host. */
const EXACT = new Set('abs ceil clz32 floor fround imul max min round sign sqrt trunc'.split(' '));
const DOM = new Set(
  [
    'window document navigator location localStorage sessionStorage indexedDB caches',
    'requestAnimationFrame HTMLElement XMLHttpRequest fetch Worker postMessage',
  ].flatMap((names) => names.split(' ')),
);

/** Uses of chance or of the clock: what makes the same input give another answer. */
export function chanceAndClock(path: string, text: string): string[] {
  return findAll(path, text, (node) => {
    if (isMember(node, 'Math', 'random') || isMember(node, 'crypto', 'getRandomValues'))
      return 'takes host randomness';
    if (isMember(node, 'crypto', 'randomUUID')) return 'takes host randomness';
    if (isMember(node, 'Date', 'now') || isMember(node, 'performance', 'now')) return 'reads the clock';
    const isDate =
      (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'Date';
    return isDate && !node.arguments?.length ? 'reads the clock' : undefined;
  });
}

/** Uses of Math whose last digits differ between hosts, the power operator included. */
export function inexactMaths(path: string, text: string): string[] {
  return findAll(path, text, (node) => {
    if (ts.isBinaryExpression(node)) {
      const kind = node.operatorToken.kind;
      const power =
        kind === ts.SyntaxKind.AsteriskAsteriskToken || kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken;
      return power ? 'uses the power operator' : undefined;
    }
    if (!ts.isIdentifier(node) || node.text !== 'Math') return undefined;
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
      return EXACT.has(parent.name.text) ? undefined : `uses Math.${parent.name.text}`;
    }
    return 'uses Math other than by a named function';
  });
}

/** Uses of what only a page has. */
export function domGlobals(path: string, text: string): string[] {
  return findAll(path, text, (node) =>
    ts.isIdentifier(node) && DOM.has(node.text) && isReference(node) ? `uses ${node.text}` : undefined,
  );
}

function findAll(path: string, text: string, faultOf: (node: ts.Node) => string | undefined): string[] {
  const faults: string[] = [];
  for (const script of scriptsOf(path, text)) {
    const visit = (node: ts.Node): void => {
      const fault = faultOf(node);
      if (fault !== undefined) {
        const { line } = script.getLineAndCharacterOfPosition(node.getStart());
        faults.push(`${path}:${line + 1} ${fault}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(script);
  }
  return faults;
}

function isMember(node: ts.Node, object: string, name: string): boolean {
  return (
    ts.isPropertyAccessExpression(node) && node.expression.getText() === object && node.name.text === name
  );
}

/** Whether the name is read from outside: not a property, and not one the file itself declares. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false;
  if (ts.isQualifiedName(parent) || ts.isPropertySignature(parent) || ts.isPropertyAssignment(parent)) {
    return ts.isPropertyAssignment(parent) && parent.initializer === node;
  }
  if (ts.isTypeReferenceNode(parent)) return false;
  return !declares(node.getSourceFile(), node.text);
}

function declares(file: ts.SourceFile, name: string): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    const declaration =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isImportSpecifier(node) ||
      ts.isFunctionDeclaration(node);
    if (declaration && node.name && ts.isIdentifier(node.name) && node.name.text === name) found = true;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
