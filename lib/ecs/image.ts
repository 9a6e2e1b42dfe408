import { UserError } from '../errors.ts'

/** An image reference, taken apart. */
export type ImageName = Readonly<{
  /** Registry and path, without tag and digest. */
  repository: string
  tag?: string
  /** `sha256:` and 64 hexadecimal digits. */
  digest?: string
}>

const REFERENCE =
  /^((?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?\/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*)(?::([\w][\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/i

/** Takes an image reference apart; undefined when it is none. */
export function parseImage(text: string): ImageName | undefined {
  const [, repository, tag, digest] = REFERENCE.exec(text) ?? []
  if (repository === undefined) return undefined
  return { repository, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) }
}

/** The same, or a sentence that names the input. */
export function requireImage(text: string, input: string): ImageName {
  const image = parseImage(text)
  if (image !== undefined) return image
  throw new UserError(
    `Input '${input}' has '${text}', which is no image. Write it as <registry>/<repository>@sha256:<digest>, or with a tag.`
  )
}

/** The reference as one text. A digest says it all: a tag beside it only ages. */
export const renderImage = ({ repository, tag, digest }: ImageName): string =>
  digest === undefined ? `${repository}${tag === undefined ? '' : `:${tag}`}` : `${repository}@${digest}`

/** An image repository in ECR. */
export type EcrRepository = Readonly<{ account: string; region: string; name: string }>

const ECR = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws)\/(.+)$/

/** Which repository of ECR the image is in; undefined when it lies elsewhere. */
export function ecrRepository({ repository }: ImageName): EcrRepository | undefined {
  const [, account, region, name] = ECR.exec(repository) ?? []
  if (account === undefined || region === undefined || name === undefined) return undefined
  return { account, region, name }
}

/** An image as it is to be deployed; `note` says why its tag could not be resolved. */
export type ResolvedImage = Readonly<{ image: string; note?: string }>

/** Asks the registry for a tag's digest; undefined when there is no such tag. */
export type DigestOf = (repository: EcrRepository, tag: string) => Promise<string | undefined>

/**
 * The image by digest where its registry is ECR and may be asked: a tag can be moved between two tasks of one deployment.
 * `isDenied` tells a refusal, after which the tag stays and the note says so. A tag that is not there is refused.
 */
export async function resolveImage(
  image: ImageName,
  { digestOf, isDenied }: Readonly<{ digestOf: DigestOf; isDenied: (error: unknown) => boolean }>
): Promise<ResolvedImage> {
  const repository = ecrRepository(image)
  if (image.digest !== undefined || repository === undefined) return { image: renderImage(image) }
  const tag = image.tag ?? 'latest'
  try {
    const digest = await digestOf(repository, tag)
    if (digest !== undefined) return { image: renderImage({ ...image, digest }) }
  } catch (error) {
    if (!isDenied(error)) throw error
    const note = `The tag of '${renderImage(image)}' stays as it is: the role may not ecr:DescribeImages on repository/${repository.name}, so it could be moved before a task pulls it.`
    return { image: renderImage(image), note }
  }
  throw new UserError(
    `Repository '${repository.name}' in ${repository.region} has no image with the tag '${tag}'. Push it first, or name one that is there.`
  )
}
