import { emit } from '@orkestra/asl'
import { arn, byHand, graph } from './workloads/chain.mjs'
const now = () => { const {user, system} = process.cpuUsage(); return (user+system)/1000 }
for (const n of [100, 1000, 10000]) {
  const g = graph(n)
  const o = { functionArn: () => arn, ...(n>1000 && {limits:false}) }
  const N = Math.max(2, Math.round(20000 / n))
  const run = (f) => { const s = now(); for (let i=0;i<N;i++) f(); return (now()-s)/N }
  for (let i=0;i<4;i++) { run(() => byHand(n)); run(() => emit(g,o)) }
  globalThis.gc?.()
  const a=[],b=[]
  for (let i=0;i<15;i++) { a.push(run(() => byHand(n))); b.push(run(() => emit(g,o))) }
  const med = (x) => x.sort((p,q)=>p-q)[x.length>>1]
  console.log(n, 'hand us/task', (med(a)*1000/n).toFixed(3), 'emit', (med(b)*1000/n).toFixed(3), 'ratio', (med(b)/med(a)).toFixed(2))
}
