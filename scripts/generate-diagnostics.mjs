// Writes docs/diagnostics/: a page for each code, and an index, from the table in packages/asl/src/validate/codes/codes.ts. Reads
// the built package. usage: node scripts/generate-diagnostics.mjs [--check]   --check fails when a page on disk is stale
import { fileDiagnostics } from '../packages/asl/dist/files/codes.js'
import { readDefinitionsIn } from '../packages/asl/dist/files/index.js'
import { diagnostics } from '../packages/asl/dist/validate/codes/codes.js'
import { diagnose } from '../packages/asl/dist/validate/index.js'
import { jsonText } from './jsonText.mjs'
import { writePages } from './writePages.mjs'

const folder = new URL('../docs/diagnostics/', import.meta.url)

const sources = {
  AWS: 'what AWS was measured or recorded to do',
  documentation: 'the AWS documentation',
  specification: 'the specification, https://states-language.net',
  practice: 'practice: AWS takes it, and it is hardly meant',
}

/** Some rules are about size: their examples are not printed in full. */
const cut = (text) =>
  text
    .replace(/(.)\1{200,}/g, (run, letter) => `${letter.repeat(3)}… (${run.length} times ${letter})`)
    .split('\n')
    .flatMap((line, i, all) => (all.length < 60 || i < 12 ? [line] : i === 12 ? ['…'] : []))
    .join('\n')

const shown = (value) => cut(typeof value === 'string' ? value : jsonText(value))

const place = (path) => (path === '' ? 'the definition' : path.length > 120 ? `${path.slice(0, 120)}…` : path)

const page = (code, { rule, severity, source, aws, type }, issue, language, bad, good) => `# ${code}

${rule}

| | |
|---|---|
| severity | ${severity} |
| source | ${sources[source]} |
${aws === undefined ? '' : `| AWS says | ${aws.replaceAll('|', '\\|')} |\n`}${type === undefined ? '' : `| machine | ${type} |\n`}
## Bad

\`\`\`${language}
${shown(bad)}
\`\`\`

> ${place(issue.path)}: ${cut(issue.message)}
> ${cut(issue.hint)}

## Good

\`\`\`${language}
${shown(good)}
\`\`\`
`

const pages = new Map()
for (const [code, diagnostic] of Object.entries(diagnostics)) {
  const { bad, good, type } = diagnostic
  const issue = diagnose(bad(), { type }).find((found) => found.code === code)
  pages.set(`${code}.md`, page(code, diagnostic, issue, 'json', bad(), good()))
}
for (const [code, diagnostic] of Object.entries(fileDiagnostics)) {
  const { bad, good } = diagnostic
  const [{ issues }] = await readDefinitionsIn('template.yaml', bad)
  const issue = issues.find((found) => found.code === code)
  pages.set(`${code}.md`, page(code, diagnostic, issue, 'yaml', bad.trimEnd(), good.trimEnd()))
}
const codes = [...Object.entries(diagnostics), ...Object.entries(fileDiagnostics)]
pages.set(
  'README.md',
  `# Diagnostics

What \`orkestra validate\`, \`diagnose\` and \`validate\` tell about a definition; the last ones are of definitions in templates. Generated
by scripts/generate-diagnostics.mjs from packages/asl/src/validate/codes/codes.ts and packages/asl/src/files/codes.ts; do not edit.

| code | severity | rule |
|---|---|---|
${codes.map(([code, { severity, rule }]) => `| [${code}](${code}.md) | ${severity} | ${rule.replaceAll('|', '\\|')} |`).join('\n')}
`,
)

writePages(folder, pages)
