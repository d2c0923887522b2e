import Testing
import Values

@testable import Governance

/// How one decision hangs together with others: votes taken again, and what it changes or ends.
@Suite struct DecisionTiesTests {
  private func id(_ text: String) throws -> DeliberationID { try #require(DeliberationID(text)) }

  private func decided(
    _ name: String, at position: Int64, votes: (Int, Int, Int) = (3, 1, 0), repeats: String? = nil,
    adopted: Bool = true
  ) throws -> Deliberation {
    let facts = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "Title of \(name)",
      method: .counts,
      tally: Tally(
        entitled: 5, present: 4, inFavour: votes.0, against: votes.1, abstaining: votes.2),
      circumstances: .init(repeats: try repeats.map(id)))
    var deliberation = Deliberation(id: try id(name))
    let mark = Mark(position: position, effective: try #require(Day("2026-03-20")))
    deliberation.evolve(with: adopted ? .adopted(facts) : .rejected(facts), at: mark)
    return deliberation
  }

  private func mark(_ position: Int64) throws -> Mark {
    Mark(position: position, effective: try #require(Day("2026-03-21")))
  }

  private func annulled(
    _ deliberation: Deliberation, at position: Int64, by other: String? = nil
  ) throws -> Deliberation {
    var annulled = deliberation
    annulled.evolve(
      with: .annulled(Annulment(reason: "Not heard", deliberation: try other.map(id))),
      at: try mark(position))
    return annulled
  }

  private func said(_ deliberation: Deliberation, _ others: Deliberation...) -> [Governance
    .Statement]
  {
    DecisionTies(deliberation, among: [deliberation] + others).statements
  }

  @Test func `A decision that stands alone has no ties`() throws {
    #expect(said(try decided("D-1", at: 10), try decided("D-2", at: 11)) == [])
  }

  @Test func `An annulled vote names the one that was taken in its place, which stands`() throws {
    let first = try annulled(decided("D-1", at: 10, adopted: false), at: 11)
    let second = try decided("D-2", at: 12, votes: (4, 0, 1), repeats: "D-1")
    let again = try #require(said(first, second).first)
    #expect(again.code == "repeated" && again.events == [12])
    #expect(again.values["deliberation"] == .text("D-2"))
    #expect(again.values["for"] == .int(4) && again.values["abstain"] == .int(1))
    #expect(again.values["stands"] == .text("yes"))
  }

  @Test func `The vote that stands tells what the annulled one had brought`() throws {
    let first = try annulled(decided("D-1", at: 10, adopted: false), at: 11)
    let former = try #require(said(try decided("D-2", at: 12, repeats: "D-1"), first).first)
    #expect(former.code == "former-vote" && former.events == [10, 11])
    #expect(former.values["outcome"] == .text("rejected"))
    #expect(former.values["this"] == .text("D-2") && former.values["stands"] == .text("yes"))
  }

  @Test func `Where both votes were annulled neither stands`() throws {
    let first = try annulled(decided("D-1", at: 10), at: 11)
    let second = try annulled(decided("D-2", at: 12, repeats: "D-1"), at: 13)
    #expect(said(first, second).map { $0.values["stands"] } == [.text("no")])
    #expect(said(second, first).map(\.code) == ["former-vote", "not-repeated"])
    #expect(said(second, first).first?.values["stands"] == .text("no"))
  }

  @Test func `That nobody voted again is said of an annulled vote, and of no other`() throws {
    let alone = said(try annulled(decided("D-1", at: 10), at: 11), try decided("D-2", at: 12))
    #expect(alone.map(\.code) == ["not-repeated"] && alone.map(\.events) == [[11]])
  }

  @Test func `It says which decisions it amends, repeals and annuls`() throws {
    let this = try decided("D-4", at: 20)
    var amended = try decided("D-1", at: 10)
    amended.evolve(with: .amended(LaterAmendment(deliberation: this.id)), at: try mark(21))
    var repealed = try decided("D-2", at: 11)
    repealed.evolve(with: .repealed(Repeal(deliberation: this.id)), at: try mark(22))
    let void = try annulled(decided("D-3", at: 12), at: 23, by: "D-4")
    let ties = said(this, void, repealed, amended)
    #expect(ties.map(\.code) == ["amends", "repeals", "annuls"])
    #expect(ties.map(\.events) == [[21], [22], [23]])
    #expect(ties.first?.values["title"] == .text("Title of D-1"))
    #expect(ties.map { $0.values["on"] } == Array(repeating: .day(try mark(1).effective), count: 3))
    #expect(said(try decided("D-5", at: 30), amended, repealed) == [])
  }

  @Test func `A text that it gave another decision stands with the amendment`() throws {
    let this = try decided("D-4", at: 20)
    var amended = try decided("D-1", at: 10)
    let amendment = LaterAmendment(deliberation: this.id, text: "It ends in 2027.")
    amended.evolve(with: .amended(amendment), at: try mark(21))
    let ties = said(this, amended)
    #expect(ties.map(\.code) == ["amends", "amended-text"])
    #expect(ties.map(\.events) == [[21], [21]])
    #expect(ties[1].form == .quote && ties[1].values["text"] == .text("It ends in 2027."))
  }
}
