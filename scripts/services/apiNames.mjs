// What the AWS APIs, and with them the SDK's clients, call the fields that Step Functions writes its own way, and which of these are times.

const lowered = (field) => field[0].toLowerCase() + field.slice(1)

/**
 * The names of a service, from its fields: each with its place (an action, or the number of a structure), the name in Step Functions, the
 * one in the API, and whether it is a time. `a` or `A` says how names begin, unless it is said: `Acl=ACL` has another name wherever it
 * stands, `StartTime@` is a time, and `putItem:Tags=tags` or `5:Tags=tags` is so there only. Nothing where there is nothing to say.
 */
export const apiNames = (fields) => {
  const begin = fields.filter(({ api }) => /^[a-z]/.test(api)).length * 2 > fields.length ? 'a' : 'A'
  const usual = (field) => (begin === 'a' ? lowered(field) : field)
  const wordOf = ({ field, api, isTime }) => {
    const word = `${api === usual(field) ? '' : `=${api}`}${isTime ? '@' : ''}`
    return word === '' ? '' : field + word
  }
  const everywhere = new Map()
  for (const each of fields) everywhere.set(each.field, (everywhere.get(each.field) ?? new Set()).add(wordOf(each)))
  const words = fields
    .map((each) => {
      const word = wordOf(each)
      return word === '' || everywhere.get(each.field).size === 1 ? word : `${each.place}:${word}`
    })
    .filter((word) => word !== '')
  return words.length === 0 && begin === 'A' ? undefined : [begin, ...new Set(words)].join(' ')
}
