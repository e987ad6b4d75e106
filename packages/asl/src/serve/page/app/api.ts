/** The page's way to its server: what is shown is read, what is done goes through Step Functions' own API. */

export interface Summary {
  readonly arn: string
  readonly name: string
  readonly status: string
  readonly startDate: number
  readonly stopDate?: number
  readonly error?: string
  readonly machine: string
  readonly redriveCount: number
}

export interface Issue {
  readonly code: string
  readonly severity: string
  readonly path: string
  readonly message: string
  readonly hint: string
  readonly line?: number
  readonly column?: number
}

export interface Overview {
  readonly machines: readonly {
    readonly arn: string
    readonly name: string
    readonly region: string
    readonly type: string
    readonly executions: number
    readonly running: number
  }[]
  readonly problems: readonly {
    readonly name: string
    readonly message: string
    readonly issues: readonly Issue[]
    readonly text?: string
  }[]
}

export interface Machine {
  readonly arn: string
  readonly name: string
  readonly type: string
  readonly definition: string
  readonly versions: number
  readonly aliases: readonly string[]
  readonly executions: readonly Summary[]
}

export interface Details {
  readonly name?: string
  readonly input?: string
  readonly output?: string
  readonly error?: string
  readonly cause?: string
  readonly resource?: string
  readonly index?: number
  readonly assignedVariables?: Readonly<Record<string, string>>
}

export interface HistoryEvent {
  readonly id: number
  readonly previousEventId: number
  readonly timestamp: number
  readonly type: string
  readonly [details: string]: unknown
}

export interface Execution extends Summary {
  readonly input: string
  readonly output?: string
  readonly cause?: string
  readonly machineName: string
  readonly isExpress: boolean
  readonly isPaused: boolean
  readonly held: readonly string[]
  readonly waiting: readonly { readonly token: string; readonly kind: string }[]
  readonly parent?: string
  readonly mapRuns: readonly {
    readonly arn: string
    readonly state: string
    readonly status: string
    readonly children: readonly (Summary & { readonly index: number })[]
  }[]
  readonly events: readonly HistoryEvent[]
}

export interface Stages {
  readonly variables: Readonly<Record<string, unknown>>
  readonly data?: Readonly<Record<string, unknown>>
  readonly problem?: string
}

/** Reads something of the server; undefined where there is none. */
export const read = async <T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<T | undefined> => {
  const response = await fetch(`${path}?${new URLSearchParams(query)}`)
  return response.ok ? ((await response.json()) as T) : undefined
}

export const readText = async (path: string, query: Readonly<Record<string, string>>): Promise<string> =>
  (await fetch(`${path}?${new URLSearchParams(query)}`)).text()

/** An action of Step Functions' API. @throws Error with what the server says. */
export const call = async <T>(action: string, request: object): Promise<T> => {
  const response = await fetch('/', {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AWSStepFunctions.${action}` },
    body: JSON.stringify(request),
  })
  const answer = (await response.json()) as { readonly __type?: string; readonly message?: string }
  if (!response.ok) throw new Error(`${answer.__type}: ${answer.message}`)
  return answer as T
}

export const control = (execution: string, act: 'pause' | 'resume' | 'step'): Promise<unknown> =>
  fetch('/control', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ execution, act }),
  })

/** Calls back whenever one of these changes; what it gives ends it. */
export const watch = (matters: (changed: readonly string[]) => boolean, seen: () => void): (() => void) => {
  const source = new EventSource('/changes')
  source.onmessage = ({ data }) => {
    if (matters(JSON.parse(data as string) as string[])) seen()
  }
  // What happened while the server was away is not told afterwards.
  source.onopen = seen
  return () => source.close()
}

/** The details of an event, under whatever name. */
export const detailsOf = (event: HistoryEvent): Details => {
  for (const [key, value] of Object.entries(event)) if (key.endsWith('EventDetails')) return value as Details
  return {}
}

export interface Started {
  readonly executionArn: string
}

/** Starts an execution that is held before its first state. @throws Error with what the server says. */
export const startHeld = async (request: object): Promise<Started> => {
  const response = await fetch('/start', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  })
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as Started
}
