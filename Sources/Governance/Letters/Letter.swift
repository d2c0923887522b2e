import EventStore
import Plugins
package import Values

/// A letter that was written once and is never written again: what about, and to whom.
///
/// Its id follows from what it says, so that the same step of the same matter is the same letter for ever.
package struct Letter: Entity {
  package typealias Event = LetterEvent

  package static let category = "letter"
  package static let fold = 1

  package let id: LetterID
  /// Nil only before the first event, or when that was struck by a correction.
  package private(set) var writing: Recorded<LetterFacts>?

  package init(id: LetterID) { self.id = id }

  package mutating func evolve(with event: LetterEvent, at mark: Mark) {
    switch event {
    case .written(let facts): writing = Recorded(facts, at: mark)
    }
  }
}

extension Letter {
  package var state: JSON { .object(compacting: [("writing", writing?.json)]) }

  package init(id: LetterID, state: JSON) throws(Failure) {
    self.id = id
    writing = try FieldReader(state, of: Self.category).recorded("writing")
  }
}

package typealias LetterID = Identifier<Letter>

extension Identifier where Kind == Letter {
  /// The id of a letter of a network: 80 bits of a digest of what it is about and to whom it goes.
  ///
  /// Nothing personal goes in: a person is a number there.
  package init(of facts: LetterFacts, in network: String) {
    let parts = [
      network, facts.about.rawValue, facts.subject, facts.due.description, facts.step.text,
      facts.person.text,
    ]
    let digest = Digest.sha256(parts.joined(separator: "\n").utf8).hex.prefix(20)
    guard let id = Self(digest) else { preconditionFailure("hexadecimal digits are an id") }
    self = id
  }
}

/// What happens to a letter.
package enum LetterEvent: EntityEvent {
  case written(LetterFacts)

  package static let schemas = ["letter.written": 1]

  package var type: String { "letter.written" }

  package var data: JSON {
    switch self {
    case .written(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    guard type == "letter.written" else {
      throw Failure(.eventUnknown, ["type": .text(type)])
    }
    self = .written(try LetterFacts(FieldReader(data, of: type)))
  }
}
