import Plugins
import Values

/// Who gave the votes of members, where the recorder says it: the holder of a seat, or who acts for it.
package struct Voters: Hashable, Sendable {
  package struct Voter: Hashable, Sendable {
    package let member: MemberID
    package let person: PersonID

    package init(member: MemberID, person: PersonID) {
      self.member = member
      self.person = person
    }
  }

  /// In the order given, each member once.
  package let all: [Voter]

  package init(_ all: [Voter] = []) { self.all = all }

  static let field = ActField.optional("voters", .pairs("member", nil))

  init(_ input: ActInput) throws(Failure) {
    var all: [Voter] = []
    for (member, text) in try input.pairs("voters", of: Member.self) {
      guard let person = PersonID(text) else {
        throw input.malformed("voters", text, "expected.id")
      }
      all.append(Voter(member: member, person: person))
    }
    self.all = all
  }

  /// What an event keeps; nil when nothing was said.
  var data: JSON? {
    guard !all.isEmpty else { return nil }
    return .list(
      all.map { voter -> JSON in
        ["member": .text(voter.member.text), "person": .text(voter.person.text)]
      })
  }

  init(_ reader: FieldReader) throws(Failure) {
    var all: [Voter] = []
    for item in reader.has("voters") ? try reader.list("voters") : [] {
      let reader = try FieldReader(item, of: reader.subject)
      all.append(Voter(member: try reader.id("member"), person: try reader.id("person")))
    }
    self.all = all
  }

  var needs: [Need] { all.isEmpty ? [] : [.all(category: Seat.category)] }

  /// Adds to a decision whether each of them may act for its member on a day.
  ///
  /// - Throws: `voter-without-vote` for a member that did not vote by name, `not-seated` for who has no seat of it.
  func decide(
    on ballot: Ballot, in ledger: Ledger, under rules: Rules, on day: Day,
    into decision: inout Decision
  ) throws(Refusal) {
    var cast: Set<MemberID> = []
    if case .names(let names) = ballot { cast = Set(names.map(\.member)) }
    let seating = Seating(ledger: ledger, rules: rules, day: day)
    for voter in all {
      guard cast.contains(voter.member) else {
        throw Refusal(
          .voterWithoutVote,
          ["member": .text(voter.member.text), "person": .text(voter.person.text)],
          ways: [Note("record-votes-by-name")])
      }
      try seating.decide(voter.person, for: voter.member, into: &decision)
    }
  }
}

extension RefusalCode {
  static let voterWithoutVote = RefusalCode("voter-without-vote")
}
