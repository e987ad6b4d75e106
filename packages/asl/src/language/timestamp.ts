/** The timestamps of the states language: RFC 3339, with an upper-case `T`, and `Z` or an offset. */

const pattern = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d)$/

/** Milliseconds since 1970, with fractions; `undefined` for a text that is not a timestamp. @example instantOf('1970-01-01T00:00:01Z') // 1000 */
export const instantOf = (text: unknown): number | undefined => {
  const parts = typeof text === 'string' ? pattern.exec(text) : null
  if (parts === null) return undefined
  const [year, month, day, hour, minute] = parts.slice(1, 6).map(Number) as [number, number, number, number, number]
  const second = Number(parts[6] ?? 0)
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return undefined
  // Of the 30th of February a Date makes the 1st of March.
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined
  const zone = parts[8] as string
  const [hours, minutes] = zone === 'Z' ? [0, 0] : [Number(zone.slice(1, 3)), Number(zone.slice(4))]
  if (hours > 18 || minutes > 59) return undefined
  const offset = (hours * 60 + minutes) * (zone.startsWith('-') ? -1 : 1)
  return Date.UTC(year, month - 1, day, hour, minute - offset, second) + Number(`0.${parts[7] ?? 0}`) * 1000
}
