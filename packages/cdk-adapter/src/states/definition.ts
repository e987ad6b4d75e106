/** A workflow as a chain of CDK states, the same as `emit` prints. */
import { emit, freeCharacter, mapTexts, type Scope, type State, type StateMachine } from '@orkestra/asl'
import { type AnyStep, nodeOf, type Task } from '@orkestra/core'
import { Chain, QueryLanguage } from 'aws-cdk-lib/aws-stepfunctions'
import { Stack } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'
import { type FunctionOptions, functionsOf } from '../functions/functions.ts'
import { type PlaceholderValues, settled, withPlaceholders } from '../text/definitionText.ts'
import { checkList } from '../text/tokens.ts'
import { AslState } from './aslState.ts'
import { builderOf, fragmentTasks } from './fromChainable.ts'

/** Options of `definition`. */
export interface DefinitionOptions extends FunctionOptions {
  /** Default `QueryLanguage.JSON_PATH`. Set on every state, because CDK ignores the machine's language inside branches. */
  readonly queryLanguage?: QueryLanguage
  /** The values of the workflow's `placeholder`s, by name. */
  readonly placeholders?: PlaceholderValues
}

/** A chain has no comment, so the workflow's comment moves to the first state, unless that state has one. */
const commented = ({ Comment, StartAt, States }: StateMachine): Scope => {
  const first = States[StartAt] as State
  return Comment === undefined || first.Comment !== undefined
    ? { StartAt, States }
    : { StartAt, States: { ...States, [StartAt]: { ...first, Comment } } }
}

/**
 * Converts a workflow to a chain of CDK states, to combine with other states. For a machine that contains only the workflow, use `stateMachine`.
 *
 * The chain has the states that `emit` prints, with the same names. The machine that uses them gets the permissions to call the workflow's functions,
 * services, machines and maps. If a permission cannot be derived from a state, CDK shows a warning at that state. CDK recurses along chains and
 * overflows the stack after a few thousand states.
 *
 * @example Chain.start(definition(this, 'Order', workflow)).next(new Succeed(this, 'done'))
 * @throws AslError when the workflow has no valid definition; Error when a task has no function (see `functions`) or a
 *   placeholder has no value.
 */
export const definition = (
  scope: Construct,
  id: string,
  workflow: AnyStep,
  { queryLanguage, placeholders = {}, ...options }: DefinitionOptions = {},
): Chain => {
  const graph = withPlaceholders(workflow, placeholders)
  const fragments = fragmentTasks(graph)
  const makeFunctions = functionsOf(scope, graph, options)
  const home = new Construct(scope, id)
  const functions = makeFunctions(home)
  const arnOf = (name: string): string => functions.get(name)?.functionArn ?? name
  const language = queryLanguage === QueryLanguage.JSONATA ? 'JSONata' : 'JSONPath'
  // A stub is recognized by its comment, regardless of its name.
  const mark = freeCharacter(nodeOf(graph, 'definition'))
  const stubs = Object.fromEntries(
    [...fragments.keys()].map((name): [string, Scope] => [
      name,
      { StartAt: 'states', States: { states: { Type: 'Pass', Comment: `${mark}${name}`, End: true } } },
    ]),
  )
  const written = () => {
    const { partition } = Stack.of(scope)
    const how = { taken: new Set<string>(), late: 'resolve', lists: 'leave' } as const
    const plain = settled(home, graph, { queryLanguage: language, partition }, how)
    const options = { ...plain.options, fragments: stubs, functionArn: ({ name }: Task) => arnOf(name) }
    return { emitted: emit(plain.graph, options), tokens: plain.tokens }
  }
  const { emitted, tokens } = written()
  if (tokens.isLate())
    home.node.addValidation({
      validate: () =>
        JSON.stringify(written().emitted) === JSON.stringify(emitted)
          ? []
          : ['a value of Lazy changed after the states were made: give it before definition() is called'],
    })
  const machine = mapTexts(emitted, (text) => tokens.restored(checkList(text)))
  const { start, ends } = AslState.scope(home, commented(machine), {
    language,
    invocable: new Map([...functions.values()].map(({ functionArn }) => [functionArn, functionArn])),
    fragment: ({ Comment = '' }, inside) => {
      const task = Comment.startsWith(mark) ? fragments.get(Comment.slice(mark.length)) : undefined
      return task && builderOf(task)(new Construct(inside, 'states')).startState
    },
  })
  return Chain.custom(start, [...ends], start)
}
