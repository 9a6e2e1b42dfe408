/** GitHub's packages import JSON without the attribute that jest warns of, seven times a file: it is added on loading. */
const process = (source: string): { code: string } => ({
  code: source.replaceAll(/(\bfrom\s+["'][^"']+\.json["']);/g, "$1 with { type: 'json' };")
})

export default { process }
