/** Colour where a person looks at it, and nowhere else. */
import pico from 'picocolors'

export type Paint = ReturnType<typeof pico.createColors>

/** Text without colour. */
export const plain: Paint = pico.createColors(false)

/** What of a process matters here. https://no-color.org */
interface Surroundings {
  readonly isTTY?: boolean | undefined
  readonly env: NodeJS.ProcessEnv
}

/** The colours for a stream: those of a terminal, unless `NO_COLOR` is set; `FORCE_COLOR` is for those who show pipes in colour. */
export const paintFor = ({ isTTY, env }: Surroundings): Paint => {
  const isWanted =
    env.NO_COLOR !== undefined && env.NO_COLOR !== ''
      ? false
      : env.FORCE_COLOR !== undefined
        ? env.FORCE_COLOR !== '0'
        : isTTY === true && env.TERM !== 'dumb'
  return pico.createColors(isWanted)
}
