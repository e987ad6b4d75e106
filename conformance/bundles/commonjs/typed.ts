// What `cdk init` makes is CommonJS, where a module names itself by `__filename`.
import jsonwebtoken from 'jsonwebtoken'

export const entry: string = __filename

export const handler = async ({ id }: { readonly id: string }) => ({
  id,
  token: typeof jsonwebtoken.sign,
  entry: typeof entry,
})
