package import EventStore
import Plugins

/// Whoever keeps the folder of letters: what a tick needs to know of it, and when it may write.
///
/// A letter is put away under the lock, before its event is durable, and handed over after it. So a letter that
/// stands in the folder is on record, and one that is on record and was not handed over is found by the next
/// tick. Source: decision 0025.
package struct Post {
  /// The languages in which letters can be written, the one that stands in for the others first.
  package let languages: [String]
  /// Whether a person has an address to which a letter can be sent.
  package let reaches: (PersonID) throws -> Bool
  /// Finishes, under the lock, what an earlier tick began; takes the log as it is before this one.
  package let mend: (Log) throws -> Void
  /// Puts letters away, under the lock; what it throws takes everything back.
  package let put: ([Letter], Log) throws -> Void
  /// Hands over what was put away, once it is durable on record.
  package let deliver: ([Letter]) throws -> Void

  package init(
    languages: [String], reaches: @escaping (PersonID) throws -> Bool,
    mend: @escaping (Log) throws -> Void = { _ in },
    put: @escaping ([Letter], Log) throws -> Void = { _, _ in },
    deliver: @escaping ([Letter]) throws -> Void = { _ in }
  ) {
    (self.languages, self.reaches) = (languages, reaches)
    (self.mend, self.put, self.deliver) = (mend, put, deliver)
  }

  /// The first language of a person, else of the network, in which letters can be written.
  func language(for person: Person, under rules: Rules) -> String {
    (person.languages + rules.languages).first(where: languages.contains)
      ?? languages.first ?? "en"
  }
}
