import Values

/// What a round of an election came to.
package struct RoundOutcome: Hashable, Sendable {
  /// In the order in which they got their seats.
  package let elected: [MemberID]
  /// Those who may be elected in the next round, in the order in which they were named.
  package let next: [MemberID]
  /// Those with as many votes as each other of whom not all could get a seat; empty where there was no such tie.
  package let tied: [MemberID]
  /// The seats that the tie leaves vacant for good, where the rule lets it.
  package let vacant: Int

  package init(
    elected: [MemberID], next: [MemberID], tied: [MemberID] = [], vacant: Int = 0
  ) {
    (self.elected, self.next) = (elected, next)
    (self.tied, self.vacant) = (tied, vacant)
  }

  var data: [(String, JSON?)] {
    [
      ("elected", .ids(elected)), ("next", .ids(next)), ("tied", tied.isEmpty ? nil : .ids(tied)),
      ("vacant", vacant == 0 ? nil : .count(vacant)),
    ]
  }

  init(_ reader: FieldReader) throws(Failure) {
    elected = try reader.ids("elected")
    next = try reader.ids("next")
    tied = reader.has("tied") ? try reader.ids("tied") : []
    vacant = try reader.optional("vacant", FieldReader.int) ?? 0
  }
}

/// What was given to decide between candidates with as many votes: a seed, or whom the chair chose.
package struct SeatTieBreak: Hashable, Sendable {
  package let seed: String?
  /// The tickets of the tied candidates as they are drawn; nil where no lot was drawn.
  package let drawing: CandidateDrawing?
  package let chosen: [MemberID]

  package init(
    seed: String? = nil, drawing: CandidateDrawing? = nil, chosen: [MemberID] = []
  ) {
    (self.seed, self.drawing, self.chosen) = (seed, drawing, chosen)
  }

  var data: [(String, JSON?)] {
    [("lot", drawing?.json), ("chosen", chosen.isEmpty ? nil : .ids(chosen))]
  }

  init(_ reader: FieldReader) throws(Failure) {
    let drawing = reader.has("lot") ? try CandidateDrawing(reader.part("lot")) : nil
    self.init(
      seed: drawing?.seed, drawing: drawing,
      chosen: reader.has("chosen") ? try reader.ids("chosen") : [])
  }
}

/// A lot among candidates, with what it takes to draw it again: the lowest ticket is drawn first.
package struct CandidateDrawing: Hashable, Sendable {
  package struct Ticket: Hashable, Sendable {
    package let member: MemberID
    /// In hexadecimal digits.
    package let digest: String
  }

  package let seed: String
  package let method: String
  /// In the order in which they are drawn.
  package let tickets: [Ticket]

  /// Draws among some candidates.
  ///
  /// - Parameters:
  ///   - lot: With its seed and what it is about, such as `E-1/2` for the second round of an election.
  ///   - members: Who has as many votes as each other.
  package init(_ lot: Lot, among members: [MemberID]) {
    (seed, method) = (lot.seed, Lot.method)
    tickets = lot.order(members.map(\.text)).compactMap { ticket in
      MemberID(ticket.alternative).map { Ticket(member: $0, digest: ticket.digest) }
    }
  }

  var json: JSON {
    [
      "seed": .text(seed), "method": .text(method),
      "tickets": .list(
        tickets.map { ["member": .text($0.member.text), "digest": .text($0.digest)] }),
    ]
  }

  init(_ reader: FieldReader) throws(Failure) {
    seed = try reader.text("seed")
    method = try reader.text("method")
    var tickets: [Ticket] = []
    for json in try reader.list("tickets") {
      let part = try FieldReader(json, of: reader.subject)
      tickets.append(Ticket(member: try part.id("member"), digest: try part.text("digest")))
    }
    self.tickets = tickets
  }
}
