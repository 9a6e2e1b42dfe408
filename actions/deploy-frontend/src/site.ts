import type { ObjectHeaders } from '../../../lib/aws/s3.ts'

/** When a file is written: what pages refer to, the rest, pages, and what tells browsers that there is a new release. */
export const STAGES = ['asset', 'other', 'page', 'last'] as const
export type Stage = (typeof STAGES)[number]

/** A file as the site is to have it, at its key. */
export type SiteFile = Readonly<{
  key: string
  md5: string
  size: number
  stage: Stage
  headers: ObjectHeaders
}>

/** A file of the build; `path` is relative to it, with slashes. */
export type FoundFile = Readonly<{ path: string; size: number }>

/** One that was read. */
export type BuiltFile = FoundFile & Readonly<{ md5: string }>
