import { unzipSync } from 'fflate'
import { UserError } from '../errors.ts'

/** An artifact whose content is not what it is said to be. */
export class ArtifactError extends UserError {
  override name = 'ArtifactError'
}

const LARGEST_FILE_BYTES = 512 * 1024 * 1024

/** The files of a zip by name; refuses what is no zip or would unpack to more than any artifact of ours. */
export function unzip(zip: Buffer): Readonly<Record<string, Buffer>> {
  let total = 0
  try {
    const files = unzipSync(zip, {
      filter: ({ originalSize, name }) => {
        total += originalSize
        if (total > LARGEST_FILE_BYTES)
          throw new ArtifactError(`The artifact unpacks to more than 512 MiB (at '${name}').`)
        return true
      }
    })
    return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes)]))
  } catch (cause) {
    if (cause instanceof ArtifactError) throw cause
    throw new ArtifactError('The artifact is not a whole zip file. Run the job that made it again.', {
      cause
    })
  }
}
