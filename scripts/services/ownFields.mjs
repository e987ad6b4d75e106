// The fields of the integrations that are no operation of the SDK, read off their types: packages/core/src/sdk/ownFields.ts.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// The parser of TypeScript 5: the compiler that the project is built with has none to call.
const ts = createRequire(new URL('../../conformance/package.json', import.meta.url))('typescript')
const path = new URL('../../packages/core/src/sdk/ownFields.ts', import.meta.url)

/** What a type says is written: `Of<T>` is a T or what gives it, and a reference has no fields. */
const fieldsOfType = (type, interfaces) => {
  if (type === undefined) return []
  if (ts.isTypeLiteralNode(type)) return membersOf(type, interfaces)
  if (ts.isParenthesizedTypeNode(type) || ts.isTypeOperatorNode(type)) return fieldsOfType(type.type, interfaces)
  if (ts.isArrayTypeNode(type)) return fieldsOfType(type.elementType, interfaces)
  if (ts.isUnionTypeNode(type) || ts.isIntersectionTypeNode(type))
    return type.types.flatMap((each) => fieldsOfType(each, interfaces))
  if (!ts.isTypeReferenceNode(type)) return []
  const name = type.typeName.getText()
  if (name === 'Of') return fieldsOfType(type.typeArguments[0], interfaces)
  return interfaces.has(name) ? membersOf(interfaces.get(name), interfaces) : []
}

const membersOf = ({ members }, interfaces) =>
  members.filter(ts.isPropertySignature).map((member) => ({
    name: ts.isStringLiteral(member.name) ? member.name.text : member.name.getText(),
    fields: fieldsOfType(member.type, interfaces),
  }))

/** By integration, its fields, each with those that it holds. */
const readOwnFields = () => {
  const source = ts.createSourceFile('ownFields.ts', readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true)
  const interfaces = new Map(source.statements.filter(ts.isInterfaceDeclaration).map((each) => [each.name.text, each]))
  return membersOf(interfaces.get('ByAction'), interfaces)
}

/** The same as a table: a line of fields, and a line for each structure that one of them holds, by its number. */
export const ownTables = () =>
  Object.fromEntries(
    readOwnFields().map(({ name, fields }) => {
      const structures = []
      const line = (each) =>
        each
          .map((field) => {
            if (field.fields.length === 0) return field.name
            const number = structures.push('') - 1
            structures[number] = line(field.fields)
            return `${field.name}:${number}`
          })
          .join(' ')
      return [name, { fields: line(fields), structures: structures.join('\n') }]
    }),
  )
