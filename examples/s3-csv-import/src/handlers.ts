import { handlers } from '@orkestra/handler'

/** What happened in S3. */
export interface Upload {
  readonly bucket: string
  readonly key: string
}

/** A row of the file: the texts under its columns. */
export interface Rating {
  readonly film: string
  readonly stars: string
}

export interface Batch {
  readonly Items: readonly Rating[]
  readonly BatchInput: { readonly file: string }
}

export const { importBatch, summarize } = handlers(
  { entry: import.meta.url, timeout: { seconds: 30 } },
  {
    /** Wrong rows fail their batch. */
    async importBatch({ Items, BatchInput }: Batch) {
      const wrong = Items.find(({ stars }) => !/^[1-5]$/.test(stars))
      if (wrong !== undefined) throw new RangeError(`${BatchInput.file}: ${wrong.stars} stars for ${wrong.film}`)
      return { rows: Items.length, stars: Items.reduce((sum, { stars }) => sum + Number(stars), 0) }
    },
    async summarize(batches: readonly { readonly rows: number; readonly stars: number }[]) {
      const rows = batches.reduce((sum, batch) => sum + batch.rows, 0)
      const stars = batches.reduce((sum, batch) => sum + batch.stars, 0)
      return { rows, average: stars / rows }
    },
  },
)
