internal import Projections
internal import Publishing
internal import Values

/// What an obligation asks for, in a sentence; no program reads it.
///
/// What the network itself says of an obligation of its own rules is told as it says it.
struct ObligationWords {
  /// The column in which a table of obligations says it.
  static let column = "owed"

  let catalogue: Catalogue
  /// What the rules call series and outputs, by id.
  let titles: [String: [String: String]]

  init(_ words: ShownWords, _ catalogue: Catalogue) {
    (titles, self.catalogue) = (words.own, catalogue)
  }

  /// The sentence about a row of the view; nil where nothing is known but its id.
  func told(_ row: JSON.Fields) -> String? {
    if let message = row["message"]?.text {
      return catalogue.text(ofTemplate: message, Self.quoted(by: row))
    }
    guard let kind = row["what"]?.text, catalogue.template("owed.\(kind)") != nil else {
      return nil
    }
    return catalogue.text("owed.\(kind)", values(of: row))
  }

  /// The values that a message of the network's own rules quotes.
  private static func quoted(by row: JSON.Fields) -> [String: Failure.Value] {
    let pairs = (row["basis"]?.fields?.members ?? []).compactMap { member in
      value(member.value).flatMap { value in
        member.name.hasPrefix(prefix)
          ? (String(member.name.dropFirst(prefix.count)), value) : nil
      }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private static let prefix = "value."

  private static func value(_ json: JSON) -> Failure.Value? {
    if let text = json.text { return Day(text).map { .day($0) } ?? .text(text) }
    if let number = json.int { return .int(Int(number)) }
    return json.list.map { .list($0.compactMap(\.text)) }
  }

  private func values(of row: JSON.Fields) -> [String: Failure.Value] {
    let (basis, subject) = (row["basis"], row["subject"]?.text ?? "")
    var values: [String: Failure.Value] = ["subject": .text(subject)]
    for name in ["needed", "missing"] {
      values[name] = .int(Int(basis?[name]?.int ?? 0))
    }
    for name in ["kind", "title"] { values[name] = .text(basis?[name]?.text ?? "") }
    values["until"] = (basis?["until"]?.text).flatMap { Day($0) }.map { .day($0) } ?? .text("")
    for name in ["period", "within"] {
      values[name] = (basis?[name]?.text).flatMap { Period($0) }.map { .period($0) } ?? .text("")
    }
    values["series"] = .text(titles["series"]?[subject] ?? subject)
    let output = basis?["output"]?.text ?? subject
    values["output"] = .text(titles["output"]?[output] ?? output)
    values["timed"] = .text(basis?["within"]?.text == nil ? "no" : "yes")
    values["after"] = .text(output == subject ? "period" : "meeting")
    return values
  }
}

extension Listing {
  /// The rows with what each obligation asks for, after its id, for people.
  func owing(_ words: ObligationWords) -> Listing {
    var listing = self
    listing.rows = rows.map { $0.owing(words) }
    if let place = columns.firstIndex(of: "obligation") {
      listing.columns.insert(ObligationWords.column, at: place + 1)
    }
    return listing
  }
}

extension JSON.Fields {
  /// The fields with what an obligation asks for, after its id.
  func owing(_ words: ObligationWords) -> JSON.Fields {
    let told = words.told(self)
    return JSON.Fields(
      members.flatMap { member in
        member.name == "obligation"
          ? [
            (member.name, member.value), (ObligationWords.column, told.map { .text($0) } ?? .null),
          ]
          : [(member.name, member.value)]
      })
  }
}
