internal import EventStore
internal import Projections
internal import Publishing
internal import Values

extension Session {
  /// The words that people read for the codes in the rows of a view, those of the network's own among them.
  func words(for noun: String, in log: Log) throws -> ShownWords {
    var words = ShownWords(noun: noun)
    guard !globals.format.isForPrograms else { return words }
    let rules = (try? RulesInForceReader(log).resolved(on: try day(in: log))) ?? .null
    words.own["type"] = titles(rules["events"]) { $0["title"] }
    if noun == "member" {
      words.own[Listing.nameOfMember] = titles(
        rules["governance"]?["membership"]?["institutions"]
      ) { $0 }
    }
    if noun == "obligation" {
      words.own["series"] = titles(rules["governance"]?["series"]) { $0["title"] }
      words.own["output"] = titles(rules["governance"]?["outputs"]) { $0["title"] }
    }
    return words
  }

  /// What the rules call each thing of a mapping, in the language of the reader or else in the first that there is.
  private func titles(_ things: JSON?, _ title: (JSON) -> JSON?) -> [String: String] {
    let pairs = (things?.fields?.members ?? []).compactMap { member -> (String, String)? in
      let texts = title(member.value)
      let text = texts?[catalogue.language.rawValue] ?? texts?.fields?.members.first?.value
      return text?.text.map { (member.name, $0) }
    }
    return Dictionary(pairs) { first, _ in first }
  }
}

extension Listing {
  /// The column in which a table of members says what each code means; no program reads it.
  static let nameOfMember = "name"

  /// The rows with the name of each member after its code, for people.
  func naming(_ words: ShownWords, _ catalogue: Catalogue) -> Listing {
    var listing = self
    listing.rows = rows.map { $0.naming(words, catalogue) }
    if let place = columns.firstIndex(of: "member") {
      listing.columns.insert(Self.nameOfMember, at: place + 1)
    }
    return listing
  }
}

extension JSON.Fields {
  /// The fields with the name of the member after its code: that of a state, or what the rules call an institution.
  func naming(_ words: ShownWords, _ catalogue: Catalogue) -> JSON.Fields {
    let code = self["member"]?.text ?? ""
    let own = words.own[Listing.nameOfMember]?[code]
    let name = own ?? catalogue.state(code)
    return JSON.Fields(
      members.flatMap { member in
        member.name == "member"
          ? [(member.name, member.value), (Listing.nameOfMember, name.map { .text($0) } ?? .null)]
          : [(member.name, member.value)]
      })
  }
}
