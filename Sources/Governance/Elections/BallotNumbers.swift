import Values

/// The numbers of a round: how many might vote, how many ballots were given, and which of these count.
package struct BallotNumbers: Hashable, Sendable {
  /// Members entitled to vote in the electing body, and of these the delegations in the room; nil where a past
  /// does not say.
  package let entitled: Int?
  package let present: Int?
  /// Members that are not in the room and vote by proxy.
  package let proxied: Int
  /// All that were given in, blank and invalid ones too.
  package let ballots: Int
  /// Those that name nobody.
  package let abstaining: Int
  package let invalid: Int
  /// The names on all of them together.
  package let marks: Int

  package init(
    entitled: Int?, present: Int?, proxied: Int = 0, ballots: Int, abstaining: Int = 0,
    invalid: Int = 0, marks: Int
  ) {
    (self.entitled, self.present, self.proxied) = (entitled, present, proxied)
    (self.ballots, self.abstaining) = (ballots, abstaining)
    (self.invalid, self.marks) = (invalid, marks)
  }

  /// The ballots that name somebody.
  package var valid: Int { ballots - abstaining - invalid }
}

extension BallotNumbers {
  var data: [(String, JSON?)] {
    [
      ("entitled", entitled.map { .count($0) }), ("present", present.map { .count($0) }),
      ("proxied", .count(proxied)), ("ballots", .count(ballots)), ("abstain", .count(abstaining)),
      ("invalid", .count(invalid)), ("marks", .count(marks)),
    ]
  }

  init(_ reader: FieldReader) throws(Failure) {
    entitled = try reader.optional("entitled", FieldReader.int)
    present = try reader.optional("present", FieldReader.int)
    proxied = try reader.int("proxied")
    ballots = try reader.int("ballots")
    abstaining = try reader.int("abstain")
    invalid = try reader.int("invalid")
    marks = try reader.int("marks")
  }
}

/// The ballot of one member: whom it names.
package struct Marks: Hashable, Sendable {
  package let member: MemberID
  /// Empty for a member that abstained.
  package let candidates: [MemberID]
  /// Who voted for the member, by proxy; nil for one that voted itself.
  package let by: MemberID?

  package init(member: MemberID, candidates: [MemberID], by: MemberID? = nil) {
    (self.member, self.candidates, self.by) = (member, candidates, by)
  }

  var json: JSON {
    .object(compacting: [
      ("member", .text(member.text)), ("for", .ids(candidates)), ("by", by.map { .text($0.text) }),
    ])
  }

  init(_ reader: FieldReader) throws(Failure) {
    member = try reader.id("member")
    candidates = try reader.ids("for")
    by = reader.has("by") ? try reader.id("by") : nil
  }
}
