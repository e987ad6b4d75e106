/** A machine: its drawing, its executions, and a new one. */
import { useState } from 'preact/hooks'
import { call, type Machine, read, type Started, startHeld } from './api.ts'
import { Action, Data, Drawing, Status, time, took, useLive } from './parts.tsx'

export const executionLink = (arn: string): string => `#/execution/${encodeURIComponent(arn)}`
export const machineLink = (arn: string): string => `#/machine/${encodeURIComponent(arn)}`

/** The form that starts an execution. */
export const StartForm = ({ machine, input: initial }: { readonly machine: string; readonly input: string }) => {
  const [input, setInput] = useState(initial)
  const [name, setName] = useState('')
  const [isHeld, setHeld] = useState(false)
  const start = async (): Promise<void> => {
    const request = { stateMachineArn: machine, input, ...(name !== '' && { name }) }
    const { executionArn } = isHeld ? await startHeld(request) : await call<Started>('StartExecution', request)
    location.hash = executionLink(executionArn)
  }
  return (
    <section class="start" aria-label="Start an execution">
      <label>
        Input
        <textarea rows={5} spellcheck={false} value={input} onInput={(event) => setInput(event.currentTarget.value)} />
      </label>
      <label>
        Name
        <input value={name} placeholder="a new one" onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <label class="inline">
        <input type="checkbox" checked={isHeld} onInput={(event) => setHeld(event.currentTarget.checked)} />
        stop before the first state
      </label>
      <div class="buttons">
        <Action act={start} kind="main">
          Start execution
        </Action>
      </div>
    </section>
  )
}

const stateIn = (definition: string, name: string): string | undefined => {
  const open: unknown[] = [JSON.parse(definition)]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const states = (
      at as {
        readonly States?: Record<
          string,
          { readonly Branches?: unknown[]; readonly ItemProcessor?: unknown; readonly Iterator?: unknown }
        >
      }
    ).States
    for (const [key, state] of Object.entries(states ?? {})) {
      if (key === name) return JSON.stringify(state)
      open.push(
        ...(state.Branches ?? []),
        ...[state.ItemProcessor, state.Iterator].filter((inner) => inner !== undefined),
      )
    }
  }
  return undefined
}

export const MachineView = ({ arn }: { readonly arn: string }) => {
  const machine = useLive(
    arn,
    (changed) => changed.includes(arn),
    () => read<Machine>('/machine', { arn }),
  )
  const [chosen, choose] = useState<string>()
  if (machine === undefined) return <p class="empty">There is no such machine.</p>
  return (
    <article>
      <header>
        <h1>{machine.name}</h1>
        <span class="type">{machine.type.toLowerCase()}</span>
        {machine.versions > 0 && <span class="type">{machine.versions} versions</span>}
        {machine.aliases.map((alias) => (
          <span class="type" key={alias}>
            {alias}
          </span>
        ))}
      </header>
      <div class="columns">
        <Drawing query={{ machine: arn }} version={machine.definition} chosen={chosen} choose={choose} />
        <aside>
          {chosen === undefined ? (
            <StartForm machine={arn} input="{}" />
          ) : (
            <section>
              <h2>{chosen}</h2>
              <Data title="ASL" text={stateIn(machine.definition, chosen)} />
              <button type="button" onClick={() => choose(undefined)}>
                Close
              </button>
            </section>
          )}
          <h2>Executions</h2>
          {machine.executions.length === 0 && <p class="empty">None yet.</p>}
          <table>
            <tbody>
              {machine.executions.map((execution) => (
                <tr key={execution.arn}>
                  <td>
                    <Status of={execution.status} />
                  </td>
                  <td>
                    <a href={executionLink(execution.arn)}>{execution.name}</a>
                    {execution.error !== undefined && <div class="problem">{execution.error}</div>}
                  </td>
                  <td>
                    {time(execution.startDate)}
                    <div class="soft">
                      {execution.stopDate !== undefined && took(execution.stopDate - execution.startDate)}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </aside>
      </div>
    </article>
  )
}
