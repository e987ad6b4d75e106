/** Timestamps as Step Functions takes them: RFC 3339, with upper-case T and Z. */

const form = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:Z|[+-](\d\d):(\d\d))$/

/** Whether a text is such a timestamp, of a day that exists. @example isTimestamp('2030-02-28T12:00:00Z') // true */
export const isTimestamp = (text: string): boolean => {
  const found = form.exec(text)
  if (found === null) return false
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, offsetHour = 0, offsetMinute = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0))
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59)
    return false
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
