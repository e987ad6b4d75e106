/** Findings as issues, and where in a JSON text they are. */

import type { Issue } from '../../issue.ts'
import { createMark, createPositions, type Mark, mark, type Position } from '../../language/jsonPlaces.ts'
import { type Place, pointerOf } from './place.ts'
import type { Finding } from './report.ts'

/** A finding as users see it. */
export const issueOf = (finding: Finding, position?: Position): Issue => ({
  code: finding.code,
  severity: finding.severity,
  path: pointerOf(finding.place),
  message: finding.message,
  hint: finding.hint,
  ...position,
})

/** The mark of each finding's place, among the marks that are looked for. */
const marksOf = (findings: readonly Finding[], root: Mark): ReadonlyMap<Place, Mark> => {
  const known = new Map<Place, Mark>()
  for (const { place } of findings) {
    const open: Place[] = []
    let at: Place | undefined = place
    while (at !== undefined && at.parent !== undefined && !known.has(at)) {
      open.push(at)
      at = at.parent
    }
    let here = (at !== undefined && known.get(at)) || root
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const key = String(next.key)
      let below = here.below.get(key)
      if (below === undefined) {
        below = createMark()
        here.below.set(key, below)
      }
      known.set(next, below)
      here = below
    }
  }
  return known
}

/**
 * Findings as issues that know their line and column. The text is read once more, and only when there are findings. `prefix`
 * says where in the text the definition stands, if it is a part of it only.
 */
export const withPositions = (
  text: string,
  findings: readonly Finding[],
  prefix: readonly (string | number)[] = [],
): readonly Issue[] => {
  if (findings.length === 0) return []
  const whole = createMark()
  let root = whole
  for (const key of prefix) {
    const below = createMark()
    root.below.set(String(key), below)
    root = below
  }
  const marks = marksOf(findings, root)
  mark(text, whole)
  const position = createPositions(text)
  return findings.map((finding) => {
    const found = marks.get(finding.place) ?? root
    const at = finding.offset ?? (finding.isKey ? (found.keyAt ?? found.valueAt) : found.valueAt)
    return issueOf(finding, at === undefined ? undefined : position(at))
  })
}
