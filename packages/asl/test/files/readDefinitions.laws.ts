/** Laws of the reader: a definition is the same wherever it stands, and no text is too odd to be read or refused. */
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { stringify } from 'yaml'
import { seed } from '../../../core/test/arbitraries/laws.ts'
import { readDefinitionsIn } from '../../src/files/index.ts'

const test = suite('laws of reading')

/** Texts without placeholders, as hard to write in JSON and YAML as they come. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom(
      'yes',
      'no',
      'null',
      '~',
      '1',
      '1e3',
      '0x1f',
      '2001-01-01',
      '<<',
      '*a',
      '&a',
      '!Ref x',
      '# c',
      ': ',
      '- a',
      'a\nb',
      ' a ',
      '"',
      "'",
      '\\',
      '%{ if x }',
      '//',
    ),
  )
  .filter((each) => !each.includes('${'))
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('value'), { maxLength: 3 }),
  object: fc.dictionary(
    // `<<` is written without quotes, and merges.
    text.filter((key) => key !== 'Ref' && !key.startsWith('Fn::') && key !== '<<'),
    tie('value'),
    { maxKeys: 3 },
  ),
}))

const definition = fc
  .record({
    Result: json.value,
    Comment: text,
    name: text.filter((name) => name !== '' && name !== '__proto__' && name !== '<<'),
  })
  .map(({ Result, Comment, name }) => ({
    Comment,
    StartAt: name,
    States: Object.fromEntries([[name, { Type: 'Pass', Result, End: true }]]),
  }))

/** A value as JSON has it: without prototypes, and -0 as 0. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const template = (properties: object): object => ({
  Resources: { M: { Type: 'AWS::StepFunctions::StateMachine', Properties: properties } },
})

test('a definition is the same in JSON, YAML, templates, services and exports', async () => {
  await fc.assert(
    fc.asyncProperty(definition, async (value) => {
      const expected = plain(value)
      const inside = JSON.stringify(value)
      for (const [file, content] of [
        ['m.json', inside],
        ['m.asl', JSON.stringify(value, null, 2)],
        ['m.yaml', stringify(value)],
        ['t.json', JSON.stringify(template({ Definition: value }))],
        ['t.yaml', stringify(template({ Definition: value }), { version: '1.1' })],
        ['t.json', JSON.stringify(template({ DefinitionString: inside }))],
        ['t.yaml', stringify(template({ DefinitionString: inside }), { version: '1.1' })],
        ['t.json', JSON.stringify(template({ DefinitionString: { 'Fn::Join': ['', [inside]] } }))],
        ['serverless.yml', stringify({ stepFunctions: { stateMachines: { m: { definition: value } } } })],
        ['d.json', JSON.stringify({ stateMachineArn: 'a', name: 'M', definition: inside })],
      ] as const) {
        const found = await readDefinitionsIn(file, content)
        assert.is(found.length, 1, file)
        assert.equal(plain(found[0]?.definition), expected, `${file}\n${content}`)
        assert.equal(found[0]?.placeholders, [])
      }
    }),
    { seed, numRuns: 100 },
  )
})

const pieces = fc.constantFrom(
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '"',
  "'",
  '\n',
  ' ',
  '  ',
  '- ',
  '${',
  '%{',
  '%{ if x }',
  '%{ else }',
  '%{ endif }',
  '$${',
  '//',
  '/*',
  '*/',
  '#',
  'Resources',
  'States',
  'StartAt',
  'Definition',
  'DefinitionString',
  'DefinitionUri',
  'Properties',
  'Type',
  'AWS::Serverless::StateMachine',
  'stepFunctions',
  'stateMachines',
  'events',
  '&a',
  '*a',
  '<<',
  '!Ref ',
  '!Sub ',
  '!Join',
  'null',
  'true',
  '1',
  '-',
  'a',
  '\\',
  '\t',
  '\u0000',
  '\ud800',
  '|',
  '>',
  '---',
  '...',
)

test('any text is read, or refused by an issue that says where', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(pieces, { maxLength: 40 }),
      fc.constantFrom('m.json', 'm.yaml', 'm.asl', 'm.json.tftpl'),
      async (parts, file) => {
        for (const { definition: value, issues, unread } of await readDefinitionsIn(file, parts.join('')))
          assert.ok(value !== undefined || issues.length > 0 || unread !== undefined)
      },
    ),
    { seed, numRuns: 2_000 },
  )
})

test('templates that are no templates', async () => {
  const odd = fc.oneof(
    json.value,
    fc.constantFrom(
      { Ref: 'x' },
      { 'Fn::Sub': ['a', 1] },
      { 'Fn::Join': 'x' },
      { 'Fn::GetAtt': [] },
      { 'Fn::Transform': { Name: 'AWS::Include' } },
    ),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.record(
        { Definition: odd, DefinitionString: odd, DefinitionSubstitutions: odd, StateMachineType: odd },
        { requiredKeys: [] },
      ),
      async (properties) => {
        const found = await readDefinitionsIn('t.json', JSON.stringify(template(properties)))
        assert.is(found.length, 1)
        assert.ok(
          found[0]?.definition !== undefined || found[0]?.unread !== undefined || (found[0]?.issues.length ?? 0) > 0,
        )
      },
    ),
    { seed, numRuns: 500 },
  )
})

test.run()
