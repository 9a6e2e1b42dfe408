/** A fault of the workflow or of its use, worded as GitHub words it: it becomes an annotation, not a crash. */
export class WorkflowFault extends Error {
  override name = 'WorkflowFault'
}

/** The message of whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
