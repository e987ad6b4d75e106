/** The machine that contains a graph of CDK states. CDK sets it on the outermost graph only, not on states. */
import type { StateGraph, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'

const machines = new WeakMap<StateGraph, StateMachine>()
const outer = new WeakMap<StateGraph, StateGraph>()
const watched = new WeakSet<StateGraph>()

/** Records which graph CDK adds this one to, and its machine, for this graph and those around it. */
export const watchGraph = (graph: StateGraph): void => {
  if (watched.has(graph)) return
  watched.add(graph)
  const { bind, registerSuperGraph } = graph
  graph.bind = (machine) => {
    machines.set(graph, machine)
    bind.call(graph, machine)
  }
  graph.registerSuperGraph = (around) => {
    outer.set(graph, around)
    watchGraph(around)
    registerSuperGraph.call(graph, around)
  }
}

/** The machine of a graph, once CDK has created it; `undefined` for states in no machine. */
export const machineOf = (graph: StateGraph): StateMachine | undefined => {
  let outermost = graph
  for (let around = outer.get(graph); around !== undefined; around = outer.get(around)) outermost = around
  return machines.get(outermost)
}
