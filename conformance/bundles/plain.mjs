import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

export const handler = async ({ id }) => ({ id, kind: typeof require('node:fs').readFileSync })
