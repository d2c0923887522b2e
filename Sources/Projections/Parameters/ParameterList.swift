import Plugins
import Values

/// Each parameter of the rules of the day, with the value that holds and its bounds.
///
/// A value that an act set and that the version of the day does not keep is not shown: its default holds.
enum ParameterList {
  static let columns: [Column] = [
    .text("parameter"), .text("value"), .text("default"), .text("least"), .text("most"),
    .list("choices"), .partialDay("since"), .text("deliberation"), .text("title"),
  ]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    guard let rules = try views.rules(on: day),
      let version = try views.rows("network", on: day).first
    else { return [] }
    let changes = try views.rows("parameter", on: day)
    return rules.parameters.map { parameter in
      let change = changes.first {
        $0.text("parameter") == parameter.name && $0.text("value") == parameter.value.text
      }
      let title = parameter.title?.text(in: rules.languages.first ?? "en", else: rules.languages)
      let values: [JSON] = [
        .text(parameter.name), .text(parameter.value.text), .text(parameter.fallback.text),
        .orNull(parameter.least?.text), .orNull(parameter.most?.text), .texts(parameter.choices),
        change?["since"] ?? .null, change?["deliberation"] ?? .null, .orNull(title),
      ]
      return (change ?? version).replacing(columns, values)
    }
  }
}
