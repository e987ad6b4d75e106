/**
 * Keeps payloads larger than a state can pass on (256 KiB) in S3, behind a typed pointer.
 *
 * @module @orkestra/handler/store
 */

import { createHash } from 'node:crypto'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'

/**
 * A value of type `T` as a state passes it on: the value itself if it is small, otherwise its location in S3. Plain JSON. Read the value with `get`;
 * the expressions of a workflow cannot read it.
 */
export type Stored<T> =
  | { readonly inline: T; readonly s3?: never }
  | { readonly s3: { readonly bucket: string; readonly key: string; readonly bytes: number }; readonly '~value'?: T }

/** Options of `createStore`. */
export interface StoreOptions {
  /** The name of the bucket. */
  readonly bucket: string
  /** Prefix of each key. Default `payloads/`. Set a lifecycle rule on it to delete values that no execution needs any more. */
  readonly prefix?: string
  /** Values with more bytes of JSON go to S3. Default 100,000, because a state's input and the results of its branches share one limit. */
  readonly inlineBytes?: number
  /** Your S3 client. Default: a new one, created by `createStore`. */
  readonly client?: S3Client
}

/** Stores values in S3 and reads them back. */
export interface Store {
  put<T>(value: T): Promise<Stored<T>>
  get<T>(stored: Stored<T>): Promise<T>
}

/**
 * Creates a store for large values that the handlers of a workflow share. The key is a hash of the value, so a retried step writes the same
 * object.
 *
 * @example
 * const store = createStore({ bucket: process.env.PAYLOADS ?? '' })
 * // report: async () => store.put(await rows())                      Stored<Row[]>
 * // send: async (rows: Stored<Row[]>) => mail(await store.get(rows))
 * @throws TypeError when `bucket` is empty. `put` rejects with a TypeError when JSON cannot represent the value; `put` and `get` reject with the
 *   errors of the SDK.
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
