import { emit, toText } from '@orkestra/asl'
import * as c from '@orkestra/core'
const { seq, task, parCatch, keeping, bind, identity, pass, choice, when, otherwise, eq, repeatUntil, seconds, catchError, onAny, fail, capture, retry, wait, tap } = c
const [a,b,d,x]=['a','b','d','x'].map((n)=>task<any,any>(n)) as any
const show=(g:any,o:any={})=>{ try { const m=emit(g,o); const go=(s:any,ind='')=>{ for(const [n,st] of Object.entries<any>(s.States)){ const {Type,Resource,Retry,Branches,ItemProcessor,...rest}=st; console.log(ind+n+': '+Type+' '+(Resource&&!String(Resource).includes('lambda:invoke')?Resource+' ':'')+JSON.stringify(rest).replace(/"FunctionName":"[^"]*",?/,'')); for(const br of Branches??[]) {console.log(ind+'  |'); go(br,ind+'    ')}; if(ItemProcessor) go(ItemProcessor,ind+'    ') } }; console.log('> '+m.StartAt); go(m) } catch(e:any){ console.log('ERR',e.message) } }
const graphs: [string,any][] = [
 ['keep task', seq(a, keeping(b,'k'), d)],
 ['pass task', seq(a, pass((i:any)=>({v:i.x})), b, pass((i:any)=>({v:i.x})), d)],
 ['bind', bind(a,(v:any)=>seq(b,pass((i:any)=>({v:v.id,i}))) as any)],
 ['bind id', bind(identity<any>(),(v:any)=>seq(a,b,pass((i:any)=>({v:v.id,i}))) as any)],
 ['choice', seq(a, choice(when((i:any)=>eq(i.k,'x'),b),otherwise(identity())) as any, d)],
 ['pass choice', seq(a, pass((i:any)=>({k:i.k,t:i.t})), choice(when((i:any)=>eq(i.k,'x'),b),otherwise(d)) as any)],
 ['capture mid', seq(capture(a) as any,b)],
 ['catch region', seq(a,catchError(seq(a,b,d) as any,onAny(x as any)) as any, b)],
 ['fail in region', catchError(seq(a,choice(when((i:any)=>eq(i.k,'x'),fail({error:'E',cause:'c'})),otherwise(b)) as any) as any,onAny(x as any))],
 ['retry unit', retry(seq(a,b) as any)],
 ['repeat', seq(a, repeatUntil(b,(o:any)=>eq(o.s,'done'),{every:seconds(5),maxAttempts:3}) as any, d)],
 ['keep poll', seq(a, keeping(seq(wait(seconds(60)), repeatUntil(b,(o:any)=>eq(o.s,'done'),{every:seconds(60)}) as any) as any,'p'), d)],
 ['keep seq', seq(a, keeping(seq(b,x) as any,'p'), d)],
 ['par keys', c.par({a,b} as any)],
 ['saga', seq(identity<any>(), catchError(seq(keeping(a,'A'),keeping(b,'B')) as any, onAny(seq(keeping(x,'X'), fail({error:'JF'})) as any,{keeping:'error'}) as any) as any, d)],
 ['succeed in retry', seq(retry(choice(when((o:any)=>o.paid, c.succeed()), otherwise(a)) as any) as any, d)],
 ['tap', seq(a, tap(b), d)],
]
const which=process.argv[2]
for (const [n,g] of graphs) { if(which && !n.includes(which)) continue; console.log('\n== '+n); for (const q of ['JSONPath','JSONata']) { console.log(' -- '+q); show(g,{queryLanguage:q, fuse: process.env.FUSE!=='0'}) } }
