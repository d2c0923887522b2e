import Plugins
import Values

/// The network with its title in the language that stands first in its rules.
enum NetworkList {
  static let columns = NetworkView.definition.columns + [.text("title"), .text("zone")]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    let rules = try views.rules(on: day)
    let title = rules.map { $0.title.text(in: $0.languages.first ?? "en", else: $0.languages) }
    return try views.rows("network", on: day).map { row in
      row.replacing(columns, row.values + [.orNull(title), .orNull(rules?.zone)])
    }
  }
}
