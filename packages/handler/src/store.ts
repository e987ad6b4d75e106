/**
 * Payloads larger than a state can pass on (256 KiB), kept in S3 behind a typed pointer.
 *
 * @module @orkestra/handler/store
 */

import { createHash } from 'node:crypto'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'

/**
 * A value of type `T` that a state hands on: itself where it is small, else where it lies in S3. Plain JSON. Ask `get` for the value; a
 * workflow's own expressions cannot look inside.
 */
export type Stored<T> =
  | { readonly inline: T; readonly s3?: never }
  | { readonly s3: { readonly bucket: string; readonly key: string; readonly bytes: number }; readonly '~value'?: T }

export interface StoreOptions {
  /** The name of the bucket. */
  readonly bucket: string
  /** Put before each key. Default `payloads/`. A lifecycle rule on it deletes what no execution needs any more. */
  readonly prefix?: string
  /** Values whose JSON has more bytes go to S3. Default 100,000: a state's input and the results of its branches share one limit. */
  readonly inlineBytes?: number
  /** An S3 client of your own. Default: a new one, made on first use. */
  readonly client?: S3Client
}

/** Puts values into S3 and gets them back. */
export interface Store {
  put<T>(value: T): Promise<Stored<T>>
  get<T>(stored: Stored<T>): Promise<T>
}

/**
 * A store of large values, shared by the handlers of a workflow. The key is the hash of the value, so a step that is retried writes the same
 * object.
 *
 * @example
 * const store = createStore({ bucket: process.env.PAYLOADS ?? '' })
 * // report: async () => store.put(await rows())                      Stored<Row[]>
 * // send: async (rows: Stored<Row[]>) => mail(await store.get(rows))
 * @throws TypeError when there is no bucket, or, by rejecting, when a value is none of JSON; the errors of the SDK.
 */
export const createStore = (options: StoreOptions): Store => {
  const { bucket, prefix = 'payloads/', inlineBytes = 100_000, client = new S3Client({}) } = options
  if (!bucket) throw new TypeError('createStore: there is no bucket; is its environment variable set?')
  return {
    async put<T>(value: T): Promise<Stored<T>> {
      const text = JSON.stringify(value)
      if (text === undefined) throw new TypeError(`createStore: JSON cannot represent a value of type ${typeof value}`)
      const bytes = Buffer.byteLength(text)
      if (bytes <= inlineBytes) return { inline: value }
      const key = `${prefix}${createHash('sha256').update(text).digest('hex')}.json`
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: text, ContentType: 'application/json' }))
      return { s3: { bucket, key, bytes } }
    },
    async get<T>(stored: Stored<T>): Promise<T> {
      if (stored.s3 === undefined) return stored.inline
      const { Body } = await client.send(new GetObjectCommand({ Bucket: stored.s3.bucket, Key: stored.s3.key }))
      return JSON.parse((await Body?.transformToString()) ?? '')
    },
  }
}
