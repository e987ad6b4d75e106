/** Any ASL state as a CDK state. */
import type { Scope, State, StateMachine } from '@orkestra/asl'
import {
  type State as CdkState,
  Condition,
  CustomState,
  QueryLanguage,
  StateGraph,
} from 'aws-cdk-lib/aws-stepfunctions'
import { Stack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { statementsOf } from '../role/machineRole.ts'
import { noteDerived, warnOf } from '../role/openPermissions.ts'
import { machineOf, watchGraph } from './graphMachine.ts'

/** The settings shared by the states of a workflow. */
export interface Origin {
  readonly language: NonNullable<StateMachine['QueryLanguage']>
  /** The ARN that the role may invoke, by the function's ARN in the definition. */
  readonly invocable: ReadonlyMap<string, string>
  /** The CDK states that a stub represents. */
  readonly fragment: (stub: State, scope: Construct) => CdkState | undefined
}

type Json = Readonly<Record<string, unknown>>

/** Constructs keep their children in plain objects, where `constructor` already exists. The state still keeps its name. */
const constructId = (name: string): string => (name in Object.prototype ? `${name} ` : name)

/** If a state has this mark, CDK gives the machine the permissions of a distributed Map. */
const distributedMark = Symbol.for('@aws-cdk/aws-stepfunctions.DistributedMap')

const isDistributed = (state: State): boolean =>
  state.Type === 'Map' && state.ItemProcessor?.ProcessorConfig?.Mode === 'DISTRIBUTED'

const scopesIn = (state: State): readonly Scope[] => {
  if (state.Type === 'Parallel') return state.Branches
  return state.Type === 'Map' && state.ItemProcessor ? [state.ItemProcessor] : []
}

/** The state without its inner states, which have their own permissions. */
const outside = (state: State): State => {
  if (state.Type === 'Parallel') return { ...state, Branches: [] }
  return state.Type === 'Map' && state.ItemProcessor
    ? { ...state, ItemProcessor: { ...state.ItemProcessor, States: {} } }
    : state
}

/** The next state of a choice rule or a catcher. */
const nextOf = (rule: unknown): string => (rule as { readonly Next: string }).Next

/**
 * A state as `emit` writes it, including CDK tokens. CDK knows its next and inner states, so names stay unique, prefixes work,
 * and chains can continue from it. It gets the permissions that `policy` derives from it, in any machine that contains it.
 */
export class AslState extends CustomState {
  protected override readonly stateName: string
  readonly #state: State
  readonly #origin: Origin
  readonly #inner: readonly StateGraph[]
  /** Keyed by name in the workflow, because CDK may add a prefix to a state's name. */
  readonly #targets = new Map<string, AslState>()

  constructor(scope: Construct, name: string, state: State, origin: Origin) {
    super(scope, constructId(name), { stateJson: {} })
    this.stateName = name
    this.#state = state
    this.#origin = origin
    this.#inner = scopesIn(state).map((inner, i) => {
      const stub = inner.States[inner.StartAt]
      const start = (stub && origin.fragment(stub, this)) ?? AslState.scope(this, inner, origin).start
      return new StateGraph(start, `${name}, part ${i + 1}`)
    })
    for (const graph of this.#inner) this.addBranch(graph)
    if (isDistributed(state)) Object.defineProperty(this, distributedMark, { value: true })
  }

  /** Creates and links the states of a scope. Returns the first state and the ends, after which the chain continues. */
  static scope(
    home: Construct,
    { StartAt, States }: Scope,
    origin: Origin,
  ): { readonly start: AslState; readonly ends: readonly AslState[] } {
    const states = new Map(
      Object.entries(States).map(([name, state]) => [name, new AslState(home, name, state, origin)] as const),
    )
    for (const state of states.values()) state.#link(states)
    return {
      start: states.get(StartAt) as AslState,
      ends: [...states.values()].filter((state) => 'End' in state.#state && state.#state.End === true),
    }
  }

  #link(states: ReadonlyMap<string, AslState>): void {
    const target = (name: string): AslState => {
      const found = states.get(name) as AslState
      this.#targets.set(name, found)
      return found
    }
    const state = this.#state
    if ('Next' in state && state.Next !== undefined) this.makeNext(target(state.Next))
    if (state.Type === 'Choice') {
      // Of a rule CDK has to know where it leads; what it says is in the state.
      for (const rule of state.Choices) this.addChoice(Condition.isPresent('$'), target(nextOf(rule)))
      if (state.Default !== undefined) this.makeDefault(target(state.Default))
    }
    for (const catcher of ('Catch' in state && state.Catch) || []) this._addCatch(target(catcher.Next))
  }

  override toStateJson(machine?: QueryLanguage): object {
    const { language } = this.#origin
    if (machine === QueryLanguage.JSONATA && language === 'JSONPath')
      throw new Error(
        `definition: the state ${JSON.stringify(this.stateName)} is JSONPath and its machine JSONata: pass { queryLanguage: QueryLanguage.JSONATA }`,
      )
    const idOf = (name: unknown): string | undefined => this.#targets.get(name as string)?.stateId
    const renamed = (rules: unknown): unknown =>
      (rules as readonly Json[]).map((rule) => ({ ...rule, Next: idOf(nextOf(rule)) }))
    const { Next: _, End, Choices, Default, Catch, Branches, ItemProcessor, ...rest } = this.#state as unknown as Json
    const inside = (i: number): Json => {
      const { StartAt, States } = (this.#inner[i] as StateGraph).toGraphJson() as Scope
      return { ...(scopesIn(this.#state)[i] as unknown as Json), StartAt, States }
    }
    return {
      ...rest,
      ...(language === 'JSONata' && { QueryLanguage: language }),
      ...(Choices !== undefined && { Choices: renamed(Choices) }),
      ...(Default !== undefined && { Default: idOf(Default) }),
      ...(Catch !== undefined && { Catch: renamed(Catch) }),
      ...(Branches !== undefined && { Branches: (Branches as readonly unknown[]).map((_, i) => inside(i)) }),
      ...(ItemProcessor !== undefined && { ItemProcessor: inside(0) }),
      ...(this._next ? { Next: this._next.stateId } : End === true && { End }),
    }
  }

  protected override whenBoundToGraph(graph: StateGraph): void {
    super.whenBoundToGraph(graph)
    const { language, invocable } = this.#origin
    const { others, underived } = statementsOf(
      Stack.of(this),
      { StartAt: this.stateName, QueryLanguage: language, States: { [this.stateName]: outside(this.#state) } },
      invocable,
    )
    noteDerived(Stack.of(this), others)
    for (const statement of others) graph.registerPolicyStatement(statement)
    watchGraph(graph)
    warnOf(this, () => machineOf(graph)?.role, underived, [])
  }
}
