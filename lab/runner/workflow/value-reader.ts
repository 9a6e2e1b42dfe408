/** YAML as GitHub runs it: by the values of its texts. */
import { type LiteralToken, StringToken } from '@actions/workflow-parser/templates/tokens/index'
import { YamlObjectReader } from '@actions/workflow-parser/workflows/yaml-object-reader'

/**
 * The package keeps how a text is written, for editors, and reads expressions of several lines from that: indented and
 * unfolded as they stand in the file. Here a text is its value alone.
 */
export class ValueReader extends YamlObjectReader {
  override allowLiteral(): LiteralToken | undefined {
    const token = super.allowLiteral()
    if (!(token instanceof StringToken) || token.source?.includes('\n') !== true) return token
    return new StringToken(token.file, token.range, token.value, token.definitionInfo)
  }
}
