/** What the references in an expression start from. */
import type { Expression, Path, Root } from './expression.ts'

/**
 * Calls `visit` with the root and the path of each reference in an expression.
 *
 * @example forEachRoot(expression, (root) => roots.add(root._tag))
 */
export const forEachRoot = (expression: Expression, visit: (root: Root, path: Path) => void): void => {
  switch (expression._tag) {
    case 'Literal':
      return
    case 'Source':
      for (const given of expression.arguments ?? []) forEachRoot(given, visit)
      return
    case 'Reference':
      if (expression.root._tag === 'Computed') forEachRoot(expression.root.expression, visit)
      else visit(expression.root, expression.path)
      return
    case 'Object':
      for (const [, value] of expression.fields) forEachRoot(value, visit)
      return
    case 'Array':
      for (const item of expression.items) forEachRoot(item, visit)
      return
    case 'Call':
      for (const given of expression.arguments) forEachRoot(given, visit)
      return
    case 'Compare':
      forEachRoot(expression.left, visit)
      forEachRoot(expression.right, visit)
      return
    case 'Ask':
    case 'Matches':
      forEachRoot(expression.value, visit)
      return
    case 'And':
    case 'Or':
      for (const condition of expression.conditions) forEachRoot(condition, visit)
      return
    case 'Not':
      forEachRoot(expression.condition, visit)
  }
}
