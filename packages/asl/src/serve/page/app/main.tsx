/** The page: which machine or execution is looked at is in its address. */
import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { type Overview, read } from './api.ts'
import { ExecutionView } from './execution.tsx'
import { MachineView, machineLink } from './machine.tsx'
import { useLive } from './parts.tsx'

const useAddress = (): string => {
  const [hash, set] = useState(location.hash)
  useEffect(() => {
    const look = (): void => set(location.hash)
    addEventListener('hashchange', look)
    return () => removeEventListener('hashchange', look)
  }, [])
  return hash
}

/** The part of a text that an issue is about, with its line number. */
const Excerpt = ({ text, line }: { readonly text: string; readonly line: number }) => {
  const lines = text.split('\n')
  const from = Math.max(0, line - 3)
  return (
    <pre class="excerpt">
      {lines.slice(from, line + 2).map((each, i) => (
        <span key={from + i} class={from + i + 1 === line ? 'here' : ''}>
          {String(from + i + 1).padStart(4)} {each}
          {'\n'}
        </span>
      ))}
    </pre>
  )
}

const Problems = ({ problems }: { readonly problems: Overview['problems'] }) => (
  <>
    {problems.map(({ name, message, issues, text }) => (
      <section class="problems" key={name} role="alert">
        <h2>{name}</h2>
        {issues.length === 0 && <p class="problem">{message}</p>}
        {issues.map((issue, i) => (
          <div key={i}>
            <p class="problem">
              <b>{issue.code}</b> {issue.path || '/'}: {issue.message} {issue.hint}
            </p>
            {text !== undefined && issue.line !== undefined && <Excerpt text={text} line={issue.line} />}
          </div>
        ))}
      </section>
    ))}
  </>
)

const App = () => {
  const [, kind, part = ''] = useAddress().split('/')
  const arn = decodeURIComponent(part)
  const overview = useLive(
    'overview',
    () => true,
    () => read<Overview>('/overview'),
  )
  const machines = overview?.machines ?? []
  const hasRegions = new Set(machines.map(({ region }) => region)).size > 1
  return (
    <>
      <nav aria-label="Machines">
        <a class="brand" href="#/">
          Orkestra
        </a>
        <ul>
          {machines.map((machine) => (
            <li key={machine.arn}>
              <a href={machineLink(machine.arn)} class={arn === machine.arn ? 'chosen' : ''} title={machine.arn}>
                <span>
                  {machine.name}
                  {hasRegions && <span class="soft"> {machine.region}</span>}
                </span>
                {machine.running > 0 && <span class="count">{machine.running}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <Problems problems={overview?.problems ?? []} />
        {kind === 'machine' && <MachineView key={arn} arn={arn} />}
        {kind === 'execution' && <ExecutionView key={arn} arn={arn} />}
        {kind !== 'machine' && kind !== 'execution' && (
          <section class="welcome">
            <h1>Step Functions, here</h1>
            {overview !== undefined && machines.length === 0 ? (
              <p>There is no machine yet. Create one with any client of Step Functions at {location.origin}.</p>
            ) : (
              <p>Choose a machine. Clients find the API at {location.origin}.</p>
            )}
          </section>
        )}
      </main>
    </>
  )
}

render(<App />, document.getElementById('app') as HTMLElement)
