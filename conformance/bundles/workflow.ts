/** A function of every kind of module. */
import { fileURLToPath } from 'node:url'
import { type AnyStep, par, task } from '@orkestra/core'

const at = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

export const bundled: AnyStep = par(
  task('sign', { entry: at('handlers.ts') }),
  task('traced', { entry: at('handlers.ts') }),
  task('byDefault', { entry: at('handlers.ts'), handler: 'default' }),
  task('functional', { entry: at('functional.ts') }),
  task('plain', { entry: at('plain.mjs'), handler: 'handler' }),
  task('commonjs', { entry: at('commonjs/price.js'), handler: 'handler' }),
  task('typed', { entry: at('commonjs/typed.ts'), handler: 'handler' }),
)

/** What each answers to `{ id: '7' }`. */
export const answers: Readonly<Record<string, unknown>> = {
  sign: { id: '7', isFile: true },
  traced: { id: '7' },
  byDefault: { id: '7', by: 'default' },
  functional: { id: '7', kind: 'Right' },
  plain: { id: '7', kind: 'function' },
  commonjs: { id: '7', token: 'function', place: 'string' },
  typed: { id: '7', token: 'function', entry: 'string' },
}
