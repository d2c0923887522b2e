/// What a founder may write in rules, as lists for a page of help: keys, events and what expressions see.
///
/// Made from the tables that the reader, the checker and the JSON Schema stand on, so that it cannot say
/// anything else than they do.
package enum RuleVocabulary {
  package struct Row: Hashable, Sendable {
    /// A path such as `governance.series.*.notice.period`, a type of event, or a variable.
    package let name: String
    /// What it means or carries; `on day, time? text`, with a question mark where it may be missing.
    package let words: String
  }

  /// Every key of the format with its meaning and its form, in the order of the pages on the format.
  package static let keys: [Row] = FormatKeys.table.split(separator: "\n").compactMap { line in
    let parts = line.split(separator: "|").map { part in
      part.split(separator: " ").joined(separator: " ")
    }
    return parts.count == 3 ? Row(name: parts[0], words: "\(parts[2]) [\(parts[1])]") : nil
  }

  /// The events of the program with what they carry, by name.
  package static let events: [Row] = BuiltInEvents.lines(of: BuiltInEvents.table).map { line in
    Row(name: line.name, words: trimmed(line.fields))
  }

  /// What an expression sees beside the event: each variable with its fields.
  package static let variables: [Row] =
    BuiltInEvents.lines(of: KernelRecords.variables).map { line in
      let kind = trimmed(line.fields)
      let isList = kind.hasPrefix("[")
      let record = isList ? String(kind.dropFirst().dropLast()) : kind
      let fields = BuiltInEvents.lines(of: KernelRecords.table).first { $0.name == record }
      let words = fields.map { trimmed($0.fields) } ?? kind
      return Row(name: line.name, words: isList ? "[\(words)]" : words)
    }

  private static func trimmed(_ text: String) -> String {
    text.split(separator: " ").joined(separator: " ")
  }
}
