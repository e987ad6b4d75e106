/** fp-ts by the path that CommonJS has for it, whose ES form a bundle takes. */
import { right } from 'fp-ts/lib/Either.js'

export const functional = async ({ id }: { readonly id: string }) => ({ id, kind: right(id)._tag })
