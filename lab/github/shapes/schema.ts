/** GitHub's published answer shapes: our answers may leave fields out, but not misname or mistype one. */
import type { components } from '@octokit/openapi-types'

type Schemas = components['schemas']

type Sparse<T> = T extends readonly (infer Item)[]
  ? readonly Sparse<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]?: Sparse<T[Key]> | undefined }
    : T

/** The schema of that name, each field optional at every depth. */
export type Shape<Name extends keyof Schemas> = Sparse<Schemas[Name]>
