import Plugins
import Values

extension Resolution {
  /// How a lot decided a tie, with what it takes to draw it again.
  package struct Drawing: Hashable, Sendable {
    package let seed: String
    package let method: String
    /// The tickets of the two sides, in hexadecimal digits.
    package let inFavour: String
    package let against: String
    package let drawn: Majority.ChairVote

    package init(_ lot: Lot) {
      (seed, method) = (lot.seed, Lot.method)
      let sides = lot.order(Majority.ChairVote.allCases.map(\.rawValue))
      inFavour = lot.ticket(of: Majority.ChairVote.for.rawValue).digest
      against = lot.ticket(of: Majority.ChairVote.against.rawValue).digest
      drawn = sides.first.flatMap { Majority.ChairVote(rawValue: $0.alternative) } ?? .against
    }

    var json: JSON {
      [
        "seed": .text(seed), "method": .text(method), "for": .text(inFavour),
        "against": .text(against), "drawn": .text(drawn.rawValue),
      ]
    }

    init(_ reader: FieldReader) throws(Failure) {
      seed = try reader.text("seed")
      method = try reader.text("method")
      inFavour = try reader.text("for")
      against = try reader.text("against")
      drawn = try reader.choice("drawn")
    }

    /// How the lot came to its answer, for anybody to draw it again.
    func derivation(by clause: Clause, of id: DeliberationID) -> Derivation {
      Derivation(
        clause, "lot",
        JSON.Fields([
          ("seed", .text(seed)), ("subject", .text(id.text)), ("lot_method", .text(method)),
          ("ticket_for", .text(inFavour)), ("ticket_against", .text(against)),
          ("drawn", .text(drawn.rawValue)),
        ]), holds: drawn == .for)
    }
  }
}

extension ActInput {
  /// The seed of a lot: one line of at most 200 bytes.
  func seed(_ name: String) throws(Failure) -> String {
    let text = try text(name)
    guard text.utf8.count <= 200, !text.contains(where: \.isNewline) else {
      throw malformed(name, text, "form.seed")
    }
    return text
  }
}
