/**
 * What AWS documents that its paths cannot do, though the library can from whose dialect they are.
 * https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html
 */
import { type Condition, type Operand, type Path, words } from './pathTree.ts'

const isWord = (operator: string): boolean => (words as readonly string[]).includes(operator)

const ofOperand = (operand: Operand, found: Set<string>): void => {
  if (operand._tag !== 'Path') return
  const { root, segments } = operand.path
  if (root._tag !== 'Current') found.add('AWS documents that a filter cannot refer to another value')
  else if (segments.length === 0)
    found.add('"@" by itself matches nothing: filters on AWS look at objects, by their fields')
  collect(operand.path, found)
}

const ofCondition = (condition: Condition, found: Set<string>): void => {
  switch (condition._tag) {
    case 'And':
    case 'Or':
      for (const one of condition.conditions) ofCondition(one, found)
      return
    case 'Not':
      return ofCondition(condition.condition, found)
    case 'Exists':
      return ofOperand(condition.operand, found)
    case 'Compare':
      if (condition.operator === '=~') found.add('AWS documents that a filter cannot use a regular expression')
      if (isWord(condition.operator))
        found.add(`AWS documents that a filter cannot use operators that are words, such as "${condition.operator}"`)
      ofOperand(condition.left, found)
      ofOperand(condition.right, found)
  }
}

const collect = ({ segments }: Path, found: Set<string>): void => {
  for (const segment of segments) {
    if (segment._tag === 'Function')
      found.add(`paths on AWS have no functions, and ${segment.text} is looked for as a field`)
    if (segment._tag === 'Filter') ofCondition(segment.condition, found)
  }
}

/**
 * What in a path AWS documents not to support, each as a sentence without its end.
 *
 * @example unsupported(pathOf('$.items.length()')) // ['paths on AWS have no functions, and length() is looked for as a field']
 */
export const unsupported = (path: Path): readonly string[] => {
  const found = new Set<string>()
  collect(path, found)
  return [...found]
}
