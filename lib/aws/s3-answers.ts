import { XMLParser } from 'fast-xml-parser'
import { unquote } from './s3-transport.ts'

/** One object of a listing; the ETag is without its quotes. */
export type ListedObject = Readonly<{ key: string; etag: string; size: number }>

/** One page of a listing; `next` is there when it is not the last. */
export type ListedPage = Readonly<{ objects: readonly ListedObject[]; next?: string }>

type Entry = Readonly<{ Key: string; ETag: string; Size: string }>
type Listing = Readonly<{ Contents?: readonly Entry[]; IsTruncated?: string; NextContinuationToken?: string }>
type Failure = Readonly<{ Code?: string; Message?: string; Region?: string; RequestId?: string }>

const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'Contents' })

/** A page of ListObjectsV2 with `encoding-type=url`. */
export function parseListing(xml: string): ListedPage {
  const { ListBucketResult: found } = parser.parse(xml) as { ListBucketResult?: Listing }
  const objects = (found?.Contents ?? []).map(({ Key, ETag, Size }) => ({
    key: decodeURIComponent(Key.replaceAll('+', ' ')),
    etag: unquote(ETag),
    size: Number(Size)
  }))
  const next = found?.IsTruncated === 'true' ? found.NextContinuationToken : undefined
  return { objects, ...(next === undefined ? {} : { next }) }
}

/** What CopyObject answers: the copy's ETag, or undefined when it holds an error, which S3 sends with status 200, too. */
export function parseCopy(xml: string): string | undefined {
  const { CopyObjectResult: found } = parser.parse(xml) as { CopyObjectResult?: { ETag?: string } }
  return found?.ETag === undefined ? undefined : unquote(found.ETag)
}

/** An error document; empty without one. */
export function parseFailure(xml: string): Failure {
  try {
    const { Error: found } = parser.parse(xml) as { Error?: Failure }
    return found ?? {}
  } catch {
    return {}
  }
}
