import { byHand } from './workloads/chain.mjs'
const { diagnose } = await import(process.argv[2] ?? '@orkestra/asl/validate')
const doc = byHand(588); const text = JSON.stringify(doc)
const now = () => { const {user, system} = process.cpuUsage(); return (user+system)/1000 }
const N = 60
const run = (f) => { const s = now(); for (let i=0;i<N;i++) f(); return (now()-s)/N }
for (let i=0;i<6;i++) { run(() => JSON.parse(text)); run(() => diagnose(doc)); run(() => diagnose(text)) }
const a=[],b=[],c=[]
for (let i=0;i<15;i++) { a.push(run(() => JSON.parse(text))); b.push(run(() => diagnose(doc))); c.push(run(() => diagnose(text))) }
const med = (x) => x.sort((p,q)=>p-q)[x.length>>1]
console.log('parse ms', med(a).toFixed(3), 'value', (med(b)/med(a)).toFixed(2), 'text', (med(c)/med(a)).toFixed(2), 'issues', diagnose(doc).length)
