/** The machine that a graph of CDK's states ends up in. CDK tells it to the outermost graph, and to no state. */
import type { StateGraph, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'

const machines = new WeakMap<StateGraph, StateMachine>()
const outer = new WeakMap<StateGraph, StateGraph>()
const watched = new WeakSet<StateGraph>()

/** Notes what CDK tells this graph, and those around it: the graph that it is put into, and its machine. */
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

/** The machine of a graph, once CDK has made it; none of states that are in no machine. */
export const machineOf = (graph: StateGraph): StateMachine | undefined => {
  let outermost = graph
  for (let around = outer.get(graph); around !== undefined; around = outer.get(around)) outermost = around
  return machines.get(outermost)
}
