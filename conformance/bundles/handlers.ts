/** ES modules in TypeScript: a CommonJS package, which requires what Node.js has, and Powertools with its tracer, which does as well. */
import { Logger } from '@aws-lambda-powertools/logger'
import { Tracer } from '@aws-lambda-powertools/tracer'
import { compose } from '@orkestra/handler'
import { powertools } from '@orkestra/handler/powertools'
import jsonwebtoken from 'jsonwebtoken'

/** As one has them in ES modules, where the bundle has some of its own. */
const __filename = import.meta.filename ?? 'no file'

export const sign = compose({ entry: import.meta.url }, async function sign({ id }: { readonly id: string }) {
  const token = jsonwebtoken.sign({ id }, 'secret')
  return { id: (jsonwebtoken.verify(token, 'secret') as { readonly id: string }).id, isFile: __filename.length > 0 }
})

export const traced = compose(
  {
    entry: import.meta.url,
    powertools: powertools({ logger: new Logger({ logLevel: 'SILENT' }), tracer: new Tracer({ enabled: false }) }),
  },
  async function traced({ id }: { readonly id: string }) {
    return { id }
  },
)

export default async ({ id }: { readonly id: string }) => ({ id, by: 'default' })
