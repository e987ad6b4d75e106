/** Where something stands in a definition: a chain of keys up to the root, so that going down a level costs one object. */

export interface Place {
  readonly parent: Place | undefined
  readonly key: string | number
  /** The pointer, once somebody has asked for it. */
  text: string | undefined
}

/** The definition itself. */
export const rootPlace: Place = { parent: undefined, key: '', text: '' }

/** A place further down. @example within(place, 'Retry', 0) */
export const within = (place: Place, ...keys: readonly (string | number)[]): Place => {
  let at = place
  for (const key of keys) at = { parent: at, key, text: undefined }
  return at
}

const escaped = (key: string | number): string =>
  typeof key === 'number' ? String(key) : /[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key

/**
 * The place as a JSON pointer (RFC 6901). The text of a place extends its parent's, so that pointers into 100,000 levels
 * share their memory.
 */
export const pointerOf = (place: Place): string => {
  const open: Place[] = []
  let at: Place | undefined = place
  while (at !== undefined && at.text === undefined) {
    open.push(at)
    at = at.parent
  }
  let text = at?.text ?? ''
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    text = `${text}/${escaped(next.key)}`
    next.text = text
  }
  return text
}
