/** The problem matchers for VS Code and GitHub find every issue in what `orkestra validate` prints. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { orkestra } from '../orkestra.ts'

const test = suite('problem matchers')
const folder = mkdtempSync(join(tmpdir(), 'orkestra-matchers-'))
test.after(() => rmSync(folder, { recursive: true, force: true }))

interface Pattern {
  readonly regexp: string
  readonly file?: number
  readonly line?: number
  readonly column?: number
  readonly severity?: number
  readonly code?: number
  readonly message?: number
}

/** As an editor does: each pattern matches one line, the next the line after. */
const found = (patterns: readonly Pattern[], lines: readonly string[]): readonly Readonly<Record<string, string>>[] =>
  lines.flatMap((_, start) => {
    const problem: Record<string, string> = {}
    for (const [i, { regexp, ...groups }] of patterns.entries()) {
      const match = new RegExp(regexp).exec(lines[start + i] ?? '')
      if (match === null) return []
      for (const [name, group] of Object.entries(groups)) problem[name] = match[group as number] as string
    }
    return [problem]
  })

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const matchers = {
  GitHub: json('packages/asl/editor/github-problem-matcher.json').problemMatcher[0].pattern,
  'VS Code, as init sets it up': json('packages/asl/templates/project/vscode/tasks.json').tasks[0].problemMatcher
    .pattern,
}

test('every issue is found, with its place, severity, code and message', async () => {
  writeFileSync(
    join(folder, 'a.asl.json'),
    '{\n  "StartAt": "A",\n  "States": {\n    "A": { "Type": "Wait", "Seconds": 1, "Retry": [], "End": true },\n    "B": { "Type": "Succeed" }\n  }\n}\n',
  )
  const definition = '{ StartAt: Done, States: { Done: { Type: Succeed, Nxt: Done } } }'
  writeFileSync(
    join(folder, 'template.yaml'),
    `Resources:\n  Orders:\n    Type: AWS::Serverless::StateMachine\n    Properties: { Definition: ${definition} }\n`,
  )
  const files = ['validate', 'a.asl.json', 'template.yaml']
  const text = await orkestra(files, { cwd: folder })
  const { stdout } = await orkestra([...files, '--format', 'json'], { cwd: folder })
  const issues: readonly Readonly<Record<string, unknown>>[] = JSON.parse(stdout).issues
  assert.ok(issues.length >= 3)
  const keys = ['file', 'line', 'column', 'severity', 'code', 'message'] as const
  const expected = issues.map((issue) => keys.map((key) => String(issue[key])).join('|')).sort()
  for (const [name, patterns] of Object.entries(matchers))
    assert.equal(
      found(patterns, text.stdout.split('\n'))
        .map((one) => keys.map((key) => one[key]).join('|'))
        .sort(),
      expected,
      name,
    )
})

test.run()
