/** Each code of files is produced by its bad example, and its good example is clean. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fileDiagnostics } from '../../src/files/codes.ts'
import { readDefinitionsIn } from '../../src/files/index.ts'

const test = suite('codes of files')

for (const [code, { bad, good, severity }] of Object.entries(fileDiagnostics)) {
  test(`${code} is produced by its bad example alone, with its severity`, async () => {
    const [one] = await readDefinitionsIn('template.yaml', bad)
    assert.equal(
      one?.issues.map((issue) => `${issue.code} ${issue.severity}`),
      [`${code} ${severity}`],
    )
  })
  test(`${code} is not produced by its good example, nor is anything`, async () => {
    const [one] = await readDefinitionsIn('template.yaml', good)
    assert.equal(one?.issues, [])
  })
}

test.run()
