/** Any state of ASL as a state of CDK. */
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

/** What the states of one workflow have in common. */
export interface Origin {
  readonly language: NonNullable<StateMachine['QueryLanguage']>
  /** What may be called of a function, by what the definition calls it. */
  readonly invocable: ReadonlyMap<string, string>
  /** The states of CDK's own that a stub stands for. */
  readonly fragment: (stub: State, scope: Construct) => CdkState | undefined
}

type Json = Readonly<Record<string, unknown>>

/** Constructs keep their children in plain objects, where `constructor` is taken; the state keeps its name all the same. */
const constructId = (name: string): string => (name in Object.prototype ? `${name} ` : name)

/** CDK gives a machine what a distributed Map needs where a state has this mark. */
const distributedMark = Symbol.for('@aws-cdk/aws-stepfunctions.DistributedMap')

const isDistributed = (state: State): boolean =>
  state.Type === 'Map' && state.ItemProcessor?.ProcessorConfig?.Mode === 'DISTRIBUTED'

const scopesIn = (state: State): readonly Scope[] => {
  if (state.Type === 'Parallel') return state.Branches
  return state.Type === 'Map' && state.ItemProcessor ? [state.ItemProcessor] : []
}

/** The state without what is inside it, which says itself what it needs. */
const outside = (state: State): State => {
  if (state.Type === 'Parallel') return { ...state, Branches: [] }
  return state.Type === 'Map' && state.ItemProcessor
    ? { ...state, ItemProcessor: { ...state.ItemProcessor, States: {} } }
    : state
}

/** Where a rule of a choice or a catcher leads. */
const nextOf = (rule: unknown): string => (rule as { readonly Next: string }).Next

/**
 * A state as `emit` writes it, tokens of CDK and all. CDK knows what it leads to and what is inside it, so that names stay unique,
 * prefixes work, and chains go on from it; its permissions are those that `policy` reads in it, in whatever machine it ends up in.
 */
export class AslState extends CustomState {
  protected override readonly stateName: string
  readonly #state: State
  readonly #origin: Origin
  readonly #inner: readonly StateGraph[]
  /** By their names in the workflow: CDK may put a prefix before a state's. */
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

  /** The states of a scope, linked: the first one, and those that whatever follows may follow. */
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
