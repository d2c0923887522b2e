package import Values

/// One round of an election as it was counted, and what the rules make of it.
package struct ElectionRound: EventFacts {
  /// What a candidate got.
  package struct Result: Hashable, Sendable {
    package let member: MemberID
    package let votes: Int

    package init(_ member: MemberID, votes: Int) { (self.member, self.votes) = (member, votes) }
  }

  /// From 1.
  package let number: Int
  package let meeting: MeetingID
  package let on: PartialDay
  /// The body whose seats they are.
  package let body: String
  package let time: TimeOfDay?
  /// The numbers of the ballots, and of those who might give one.
  package let numbers: BallotNumbers
  /// The seats that were left before the round.
  package let places: Int
  package let base: Int
  /// The votes that elect; nil in a round in which the most votes do.
  package let needed: Int?
  /// Most votes first, and of as many votes in the order in which they were named.
  package let results: [Result]
  /// Who voted for whom; empty where that is not recorded.
  package let names: [Marks]
  package let outcome: RoundOutcome
  package let breaking: SeatTieBreak

  package init(
    number: Int, meeting: MeetingID, on: PartialDay, body: String, time: TimeOfDay? = nil,
    numbers: BallotNumbers, places: Int, base: Int, needed: Int?, results: [Result],
    names: [Marks] = [], outcome: RoundOutcome, breaking: SeatTieBreak = SeatTieBreak()
  ) {
    (self.number, self.meeting, self.on, self.body) = (number, meeting, on, body)
    (self.time, self.numbers, self.places) = (time, numbers, places)
    (self.base, self.needed, self.results) = (base, needed, results)
    (self.names, self.outcome, self.breaking) = (names, outcome, breaking)
  }

  package var elected: [MemberID] { outcome.elected }
  /// Those who may be elected in the next round.
  package var next: [MemberID] { outcome.next }
  /// The seats that nobody gets any more, since a tie left them vacant.
  package var vacant: Int { outcome.vacant }
}

extension ElectionRound {
  package var data: JSON {
    .object(
      compacting: [
        ("round", .count(number)), ("meeting", .text(meeting.text)), ("on", .day(on)),
        ("body", .text(body)), ("time", time.map { .text($0.description) }),
      ] + numbers.data + [
        ("places", .count(places)), ("base", .count(base)), ("needed", needed.map { .count($0) }),
        ("results", .list(results.map(\.json))),
        ("names", names.isEmpty ? nil : .list(names.map(\.json))),
      ] + outcome.data + breaking.data)
  }

  package init(_ reader: FieldReader) throws(Failure) {
    number = try reader.int("round")
    meeting = try reader.id("meeting")
    on = try reader.partialDay("on")
    body = try reader.text("body")
    time = try reader.optional("time", FieldReader.time)
    numbers = try BallotNumbers(reader)
    places = try reader.int("places")
    base = try reader.int("base")
    needed = try reader.optional("needed", FieldReader.int)
    var results: [Result] = []
    for json in try reader.list("results") {
      let part = try FieldReader(json, of: reader.subject)
      results.append(Result(try part.id("member"), votes: try part.int("votes")))
    }
    self.results = results
    names = try reader.records("names", Marks.init)
    outcome = try RoundOutcome(reader)
    breaking = try SeatTieBreak(reader)
  }
}

extension ElectionRound.Result {
  var json: JSON { ["member": .text(member.text), "votes": .count(votes)] }
}
